import type { Tier } from './names.ts';

/** What the foundation of a tier has published (stacks/foundation/foundation.ts). Nothing here makes what holds state. */
export function foundationOf(tier: Tier) {
  const parameter = (name: string) => aws.ssm.getParameterOutput({ name: `/atlas/${tier}/${name}` }).value;
  // Without a password: programs sign in with tokens of IAM, as the user who has the name of the group.
  const valkeyUrlOf = (name: $util.Input<string>, host: $util.Input<string>) => $interpolate`rediss://${name}@${host}:6379`;
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
    queueName: parameter('queue-name'),
    queueUrl: valkeyUrlOf(parameter('queue-name'), parameter('queue-host')),
    cacheName: parameter('cache-name'),
    cacheUrl: valkeyUrlOf(parameter('cache-name'), parameter('cache-host')),
    filesBucket: parameter('files-bucket'),
    keyArn: parameter('key-arn'),
    boundaryArn: parameter('boundary-arn'),
  };
}

export type FoundationRef = ReturnType<typeof foundationOf>;
