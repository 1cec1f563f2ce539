import { Duration } from 'aws-cdk-lib';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { accept } from './accept.ts';
import type { Network } from './network.ts';
import type { Size, Tier } from './tier.ts';
import { valkeyAccess } from './valkey-access.ts';

export type CacheProps = {
  readonly tier: Tier;
  readonly name: 'queue' | 'cache';
  readonly size: Size;
  readonly network: Network;
  readonly key: IKey;
};

/**
 * Valkey 8 over TLS. Nobody has a password: programs sign in with tokens of IAM, as the one user there is, who has the group's name
 * (packages/docs/adr/0021-valkey-is-signed-in-to-with-iam.md). The queue refuses writes when it is full, because a job that is evicted is work that
 * is lost; the cache throws out what was not used for longest, because it holds nothing but copies.
 */
export class Cache extends Construct {
  readonly group: elasticache.CfnReplicationGroup;

  constructor(scope: Construct, id: string, { tier, name, size, network, key }: CacheProps) {
    super(scope, id);
    const groupId = `atlas-${tier}-${name}`;
    const user = new elasticache.CfnUser(this, 'User', {
      engine: 'valkey',
      // IAM wants both to be the same.
      userId: groupId,
      userName: groupId,
      accessString: valkeyAccess,
      authenticationMode: { Type: 'iam' },
    });
    const users = new elasticache.CfnUserGroup(this, 'Users', { engine: 'valkey', userGroupId: groupId, userIds: [user.ref] });
    const subnets = new elasticache.CfnSubnetGroup(this, 'Subnets', {
      description: `Atlas ${tier} ${name}`,
      subnetIds: network.vpc.selectSubnets(network.dataSubnets).subnetIds,
    });
    const parameters = new elasticache.CfnParameterGroup(this, 'Parameters', {
      cacheParameterGroupFamily: 'valkey8',
      description: `Atlas ${tier} ${name}`,
      properties: { 'maxmemory-policy': name === 'queue' ? 'noeviction' : 'allkeys-lru' },
    });
    accept(this, {
      AEC6: 'Nobody signs in with a password: tokens of IAM, which live for 15 minutes.',
      AEC5: 'The port of Valkey is no secret: only the app reaches it.',
      ...(size.keep ? {} : { AEC4: 'Previews may wait for a restart.' }),
    });
    this.group = new elasticache.CfnReplicationGroup(this, 'Group', {
      replicationGroupId: groupId,
      replicationGroupDescription: `Atlas ${tier} ${name}`,
      engine: 'valkey',
      engineVersion: '8.0',
      cacheNodeType: size.cache.node,
      numCacheClusters: size.cache.nodes,
      automaticFailoverEnabled: size.cache.nodes > 1,
      multiAzEnabled: size.cache.nodes > 1,
      cacheSubnetGroupName: subnets.ref,
      cacheParameterGroupName: parameters.ref,
      securityGroupIds: [network.cache.securityGroupId],
      atRestEncryptionEnabled: true,
      kmsKeyId: key.keyId,
      transitEncryptionEnabled: true,
      userGroupIds: [users.ref],
      snapshotRetentionLimit: name === 'queue' && size.keep ? Duration.days(7).toDays() : 0,
    });
  }
}
