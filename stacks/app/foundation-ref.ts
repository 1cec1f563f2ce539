import type { Tier } from './names.ts';

/** What the foundation of a tier has published (stacks/foundation/foundation.ts). Nothing here makes what holds state. */
export function foundationOf(tier: Tier) {
  const parameter = (name: string) => aws.ssm.getParameterOutput({ name: `/atlas/${tier}/${name}` }).value;
  const secretOf = (name: string) =>
    aws.secretsmanager.getSecretVersionOutput({ secretId: parameter(`${name}-password`) }).secretString;
  const listOf = (name: string) => parameter(name).apply((text) => text.split(','));
  return {
    vpcId: parameter('vpc-id'),
    appSubnets: listOf('app-subnets'),
    publicSubnets: listOf('public-subnets'),
    appSecurityGroups: listOf('app-security-group'),
    databaseHost: parameter('database-host'),
    databaseResourceId: parameter('database-resource-id'),
    databaseProxyHost: parameter('database-proxy-host'),
    databaseProxyId: parameter('database-proxy-arn').apply((arn) => arn.split(':').at(-1) ?? ''),
    databaseAdministrator: parameter('database-administrator'),
    databaseApp: parameter('database-app'),
    databaseAuth: parameter('database-auth'),
    /** URLs with their passwords, which Pulumi keeps secret. */
    queueUrl: $util.secret($interpolate`rediss://:${secretOf('queue')}@${parameter('queue-host')}:6379`),
    cacheUrl: $util.secret($interpolate`rediss://:${secretOf('cache')}@${parameter('cache-host')}:6379`),
    filesBucket: parameter('files-bucket'),
    keyArn: parameter('key-arn'),
    boundaryArn: parameter('boundary-arn'),
  };
}

export type FoundationRef = ReturnType<typeof foundationOf>;
