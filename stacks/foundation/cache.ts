import { Duration } from 'aws-cdk-lib';
import * as elasticache from 'aws-cdk-lib/aws-elasticache';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as secrets from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { accept } from './accept.ts';
import type { Network } from './network.ts';
import type { Size, Tier } from './tier.ts';

export type CacheProps = {
  readonly tier: Tier;
  readonly name: 'queue' | 'cache';
  readonly size: Size;
  readonly network: Network;
  readonly key: IKey;
};

/**
 * Valkey 8 over TLS with a password. The queue refuses writes when it is full, because a job that is evicted is work that
 * is lost; the cache throws out what was not used for longest, because it holds nothing but copies.
 */
export class Cache extends Construct {
  readonly group: elasticache.CfnReplicationGroup;
  readonly password: secrets.Secret;

  constructor(scope: Construct, id: string, { tier, name, size, network, key }: CacheProps) {
    super(scope, id);
    this.password = new secrets.Secret(this, 'Password', {
      secretName: `/atlas/${tier}/${name}`,
      description: `Password of the ${name}`,
      encryptionKey: key,
      generateSecretString: { excludePunctuation: true, passwordLength: 64 },
    });
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
      AEC5: 'The port of Valkey is no secret: only the app reaches it.',
      ...(size.keep ? {} : { AEC4: 'Previews may wait for a restart.' }),
    });
    accept(this.password, {
      SMG4: 'Programs would lose their connections: it is changed by hand, together with the stage.',
    });
    this.group = new elasticache.CfnReplicationGroup(this, 'Group', {
      replicationGroupId: `atlas-${tier}-${name}`,
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
      authToken: this.password.secretValue.unsafeUnwrap(),
      snapshotRetentionLimit: name === 'queue' && size.keep ? Duration.days(7).toDays() : 0,
    });
  }
}
