import { Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { accept } from './accept.ts';
import type { Tier } from './tier.ts';

/** What no program of a stage ever does, whatever somebody has written into its role: rights, and what must survive. */
const never = [
  'account:*',
  'backup:*',
  'cloudformation:*',
  'cloudtrail:*',
  'elasticache:*',
  'iam:*',
  'kms:DisableKey',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'organizations:*',
  'rds:*',
  's3:DeleteBucket',
  's3:DeleteObjectVersion',
  's3:PutBucketPolicy',
  's3:PutLifecycleConfiguration',
  'secretsmanager:DeleteSecret',
  'secretsmanager:PutSecretValue',
  'sts:AssumeRole',
];

/** Name of the boundary of a tier. */
export const boundaryName = (tier: Tier): string => `atlas-${tier}-boundary`;

/**
 * The permissions boundary of every role that a stage makes. Who may deploy a stage may give its roles what the stage
 * needs, but nothing with which they, or whoever wrote the code, would get more than that.
 */
export class Boundary extends Construct {
  readonly policy: iam.ManagedPolicy;

  constructor(scope: Construct, id: string, { tier }: { readonly tier: Tier }) {
    super(scope, id);
    const { account, partition } = Stack.of(this);
    const other = tier === 'production' ? 'preview' : 'production';
    this.policy = new iam.ManagedPolicy(this, 'Policy', {
      managedPolicyName: boundaryName(tier),
      description: `What roles of stages on the tier ${tier} can do at most`,
      statements: [
        new iam.PolicyStatement({ sid: 'Programs', notActions: never, resources: ['*'] }),
        new iam.PolicyStatement({
          sid: 'SignInToValkey',
          actions: ['elasticache:Connect'],
          resources: ['replicationgroup', 'user'].map(
            (kind) => `arn:${partition}:elasticache:*:${account}:${kind}:atlas-${tier}-*`,
          ),
        }),
        new iam.PolicyStatement({
          sid: 'NotTheOtherTier',
          effect: iam.Effect.DENY,
          actions: ['secretsmanager:*', 'ssm:*'],
          resources: [
            `arn:${partition}:secretsmanager:*:${account}:secret:/atlas/${other}/*`,
            `arn:${partition}:ssm:*:${account}:parameter/atlas/${other}/*`,
          ],
        }),
      ],
    });
    accept(this.policy, { IAM5: 'A boundary gives nothing: it only takes away from what roles are given.' });
    Validations.of(this.policy).acknowledge({
      id: 'CloudFormation-Validate::W2512',
      reason: 'It names what is taken away.',
    });
  }
}
