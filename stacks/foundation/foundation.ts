import { RemovalPolicy, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { Boundary } from './boundary.ts';
import { Budget } from './budget.ts';
import { Cache } from './cache.ts';
import { Database } from './database.ts';
import { Network } from './network.ts';
import { Storage } from './storage.ts';
import { sizes, type Tier } from './tier.ts';
import { Watch } from './watch/watch.ts';

export type FoundationProps = StackProps & { readonly tier: Tier };

/** What must survive any deployment of a stage. It tells stages what it has by parameters (`/atlas/<tier>/…`). */
export class Foundation extends Stack {
  constructor(scope: Construct, id: string, { tier, ...props }: FoundationProps) {
    const size = sizes[tier];
    super(scope, id, { ...props, terminationProtection: size.keep });
    const key = new Key(this, 'Key', {
      description: `Atlas ${tier}`,
      enableKeyRotation: true,
      removalPolicy: size.keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const network = new Network(this, 'Network', { size, key });
    const database = new Database(this, 'Database', { tier, size, network, key });
    const [queue, cache] = (['queue', 'cache'] as const).map(
      (name) => new Cache(this, name === 'queue' ? 'Queue' : 'Cache', { tier, name, size, network, key }),
    ) as [Cache, Cache];
    const storage = new Storage(this, 'Storage', { size, key });
    key.grantEncryptDecrypt(new ServicePrincipal(`logs.${this.region}.amazonaws.com`));
    key.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
    const watch = new Watch(this, 'Watch', {
      tier,
      key,
      stage: tier === 'production' ? 'production' : 'staging',
      databaseId: database.instance.instanceIdentifier,
      databaseGigabytes: size.database.gigabytes,
      proxyName: `atlas-${tier}`,
      queueId: `atlas-${tier}-queue`,
      cacheId: `atlas-${tier}-cache`,
      cacheNodes: size.cache.nodes,
    });
    new Budget(this, 'Budget', { tier, size, topic: watch.topic });
    const boundary = new Boundary(this, 'Boundary', { tier });
    this.#publish(tier, {
      'vpc-id': network.vpc.vpcId,
      'app-subnets': network.vpc.selectSubnets(network.appSubnets).subnetIds.join(','),
      'public-subnets': network.vpc.publicSubnets.map(({ subnetId }) => subnetId).join(','),
      'app-security-group': network.app.securityGroupId,
      'database-resource-id': database.instance.instanceResourceId ?? '',
      'database-host': database.instance.dbInstanceEndpointAddress,
      'database-proxy-host': database.proxy.endpoint,
      'database-proxy-arn': database.proxy.dbProxyArn,
      'database-administrator': database.administrator.secretArn,
      'database-app': database.roleSecrets.app.secretArn,
      'database-auth': database.roleSecrets.auth.secretArn,
      'queue-host': queue.group.attrPrimaryEndPointAddress,
      'queue-name': queue.group.ref,
      'cache-host': cache.group.attrPrimaryEndPointAddress,
      'cache-name': cache.group.ref,
      'files-bucket': storage.files.bucketName,
      'key-arn': key.keyArn,
      'alarms-topic': watch.topic.topicArn,
      'boundary-arn': boundary.policy.managedPolicyArn,
    });
    Tags.of(this).add('application', 'atlas');
    Tags.of(this).add('tier', tier);
  }

  #publish(tier: Tier, values: Readonly<Record<string, string>>): void {
    for (const [name, stringValue] of Object.entries(values))
      new ssm.StringParameter(this, `Parameter-${name}`, { parameterName: `/atlas/${tier}/${name}`, stringValue });
  }
}
