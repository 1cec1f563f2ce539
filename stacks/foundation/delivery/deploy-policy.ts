import * as iam from 'aws-cdk-lib/aws-iam';
import { boundaryName } from '../boundary.ts';
import type { Tier } from '../tier.ts';

type Where = { readonly tier: Tier; readonly partition: string; readonly account: string };

/** Every verb of these kinds, and no other: nothing like `lambda:*`. */
const verbs = (service: string, ...kinds: readonly string[]): string[] => kinds.map((kind) => `${service}:${kind}*`);

const changing = ['Create', 'Update', 'Delete', 'Put', 'Tag', 'Untag'];
const reading = ['Get', 'List', 'Describe'];

const allow = (sid: string, actions: string[], resources: string[]) => new iam.PolicyStatement({ sid, actions, resources });

/** What is named after its stage, and can be told apart by that. */
function named({ partition, account }: Where, prefix: string): iam.PolicyStatement[] {
  const arn = (service: string, rest: string) => `arn:${partition}:${service}:*:${account}:${rest}`;
  return [
    allow(
      'Programs',
      [
        ...verbs('lambda', ...changing, 'Get', 'List', 'Add', 'Remove', 'Publish', 'Invoke'),
        ...verbs('sqs', 'Create', 'Delete', 'Set', 'Get', 'List', 'Tag', 'Untag'),
        ...verbs('dynamodb', ...changing, ...reading, 'BatchWrite'),
        ...verbs('scheduler', 'Create', 'Update', 'Delete', 'Get', 'List', 'Tag', 'Untag'),
      ],
      [
        arn('lambda', `function:${prefix}*`),
        arn('lambda', 'event-source-mapping:*'),
        arn('sqs', `${prefix}*`),
        arn('dynamodb', `table/${prefix}*`),
        arn('scheduler', `schedule/*/${prefix}*`),
      ],
    ),
    allow('Files', verbs('s3', ...changing, ...reading), [`arn:${partition}:s3:::${prefix}*`, `arn:${partition}:s3:::sst-*`]),
  ];
}

/** What AWS gives ids to that say nothing of a stage. */
const unnamed = (): iam.PolicyStatement[] => [
  allow(
    'Edges',
    [
      ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TagResource', 'UntagResource'].map((verb) => `apigateway:${verb}`),
      ...verbs('cloudfront', ...changing, ...reading, 'Publish', 'Test', 'Associate', 'Copy'),
      ...verbs('cloudfront-keyvaluestore', 'Describe', 'Get', 'List', 'Put', 'Delete', 'Update'),
      ...verbs('wafv2', ...changing, ...reading, 'Associate', 'Disassociate', 'Check'),
      ...verbs('acm', 'Request', 'Delete', 'Describe', 'List', 'Get', 'Add', 'Remove'),
      ...verbs('route53', 'Change', 'Get', 'List'),
    ],
    ['*'],
  ),
  allow(
    'Tasks',
    [
      ...verbs('ecs', ...changing, ...reading, 'Register', 'Deregister', 'Run', 'Stop'),
      ...verbs('application-autoscaling', 'Register', 'Deregister', 'Put', 'Delete', 'Describe', 'List', 'Tag', 'Untag'),
      ...verbs('servicediscovery', 'Create', 'Update', 'Delete', 'Get', 'List', 'Tag', 'Untag'),
      ...verbs('ecr', ...changing, ...reading, 'BatchCheck', 'BatchGet', 'Initiate', 'Upload', 'Complete'),
      ...verbs('events', 'Put', 'Delete', 'Describe', 'List', 'Remove', 'Tag', 'Untag'),
      ...verbs('ec2', 'Describe'),
    ],
    ['*'],
  ),
  allow(
    'Logs',
    [
      ...verbs('logs', ...changing, ...reading),
      ...verbs('cloudwatch', 'Put', 'Delete', 'Describe', 'Get', 'List', 'Tag', 'Untag'),
    ],
    ['*'],
  ),
];

/** What a stage reads of its foundation, and what SST keeps of a stage. */
function settings({ tier, partition, account }: Where): iam.PolicyStatement[] {
  const parameter = (path: string) => `arn:${partition}:ssm:*:${account}:parameter/${path}`;
  return [
    allow('ReadFoundation', verbs('ssm', 'Get'), [parameter(`atlas/${tier}/*`)]),
    allow('State', [...verbs('ssm', 'Get', 'Put', 'Delete', 'Add', 'Remove', 'List')], [parameter('sst/*')]),
    allow('ReadParameters', ['ssm:DescribeParameters', 'sts:GetCallerIdentity', 'ecr:GetAuthorizationToken'], ['*']),
    new iam.PolicyStatement({
      sid: 'Unseal',
      actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: {
        StringLike: { 'kms:ViaService': ['ssm.*.amazonaws.com', 's3.*.amazonaws.com'] },
      },
    }),
  ];
}

/** Roles of the stage's programs: only such as carry the boundary, and handed to programs only. */
function rights({ tier, partition, account }: Where, prefix: string): iam.PolicyStatement[] {
  const roles = [`arn:${partition}:iam::${account}:role/${prefix}*`];
  const boundary = `arn:${partition}:iam::${account}:policy/${boundaryName(tier)}`;
  const bounded = { StringEquals: { 'iam:PermissionsBoundary': boundary } };
  return [
    allow(
      'ReadRoles',
      [
        'iam:GetRole',
        'iam:GetRolePolicy',
        'iam:ListRolePolicies',
        'iam:ListAttachedRolePolicies',
        'iam:ListInstanceProfilesForRole',
        'iam:ListRoleTags',
      ],
      roles,
    ),
    new iam.PolicyStatement({
      sid: 'MakeRoles',
      actions: [
        'iam:CreateRole',
        'iam:PutRolePolicy',
        'iam:AttachRolePolicy',
        'iam:DetachRolePolicy',
        'iam:DeleteRolePolicy',
        'iam:PutRolePermissionsBoundary',
      ],
      resources: roles,
      conditions: bounded,
    }),
    allow('KeepRoles', ['iam:DeleteRole', 'iam:UpdateAssumeRolePolicy', 'iam:UpdateRole', 'iam:TagRole', 'iam:UntagRole'], roles),
    new iam.PolicyStatement({
      sid: 'HandRolesToPrograms',
      actions: ['iam:PassRole'],
      resources: roles,
      conditions: {
        StringEquals: {
          'iam:PassedToService': [
            'lambda.amazonaws.com',
            'ecs-tasks.amazonaws.com',
            'scheduler.amazonaws.com',
            'events.amazonaws.com',
          ],
        },
      },
    }),
    new iam.PolicyStatement({
      sid: 'LetServicesWork',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [`arn:${partition}:iam::${account}:role/aws-service-role/*`],
      conditions: {
        StringEquals: {
          'iam:AWSServiceName': [
            'ecs.amazonaws.com',
            'ecs.application-autoscaling.amazonaws.com',
            'ops.apigateway.amazonaws.com',
          ],
        },
      },
    }),
  ];
}

/** What previews may not touch where they share an account with production. */
function notProduction({ partition, account }: Where): iam.PolicyStatement {
  const arn = (service: string, rest: string) => `arn:${partition}:${service}:*:${account}:${rest}`;
  return new iam.PolicyStatement({
    sid: 'NotProduction',
    effect: iam.Effect.DENY,
    notActions: ['sts:GetCallerIdentity'],
    resources: [
      `arn:${partition}:iam::${account}:role/atlas-production-*`,
      arn('lambda', 'function:atlas-production-*'),
      arn('sqs', 'atlas-production-*'),
      arn('dynamodb', 'table/atlas-production-*'),
      arn('ecs', '*/atlas-production-*'),
      arn('ssm', 'parameter/atlas/production/*'),
      arn('ssm', 'parameter/sst/*/atlas/production'),
      `arn:${partition}:s3:::atlas-production-*`,
      `arn:${partition}:s3:::sst-state-*/*/atlas/production*`,
    ],
  });
}

/** What deploying a stage takes, a policy each because AWS limits their length: its own by name, the rest by its kind. */
export function deployPolicies(where: Where): Readonly<Record<string, iam.PolicyStatement[]>> {
  const prefix = where.tier === 'production' ? 'atlas-production-' : 'atlas-';
  return {
    programs: named(where, prefix),
    edges: unnamed(),
    settings: [...settings(where), ...(where.tier === 'production' ? [] : [notProduction(where)])],
    rights: rights(where, prefix),
  };
}
