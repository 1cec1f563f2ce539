import type { FoundationRef } from './foundation-ref.ts';
import { prefixOf } from './names.ts';

/** Signing in to PostgreSQL as a role: through the proxy, or to the server itself. */
export function maySignIn(at: $util.Input<string>, roles: readonly string[]) {
  const { accountId } = aws.getCallerIdentityOutput();
  const { region } = aws.getRegionOutput();
  return {
    actions: ['rds-db:connect'],
    resources: roles.map((role) => $interpolate`arn:aws:rds-db:${region}:${accountId}:dbuser:${at}/atlas_${role}`),
  };
}

/** Signing in to groups of Valkey, each as its own user. */
export function mayUseValkey(...groups: readonly $util.Input<string>[]) {
  const { accountId } = aws.getCallerIdentityOutput();
  const { region } = aws.getRegionOutput();
  return {
    actions: ['elasticache:Connect'],
    resources: groups.flatMap((group) =>
      ['replicationgroup', 'user'].map((kind) => $interpolate`arn:aws:elasticache:${region}:${accountId}:${kind}:${group}`),
    ),
  };
}

/** Reading and writing files of this stage, and of no other. */
export const mayKeepFiles = ({ filesBucket, keyArn }: FoundationRef) => [
  {
    actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:AbortMultipartUpload'],
    resources: ['', 'incoming/'].map((place) => $interpolate`arn:aws:s3:::${filesBucket}/${place}${prefixOf($app.stage)}/*`),
  },
  // Without it S3 does not tell a file that is not there from one that is none of ours.
  { actions: ['s3:ListBucket'], resources: [$interpolate`arn:aws:s3:::${filesBucket}`] },
  { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [keyArn] },
];

/** Removing all files of this stage. Their versions stay until the bucket's lifecycle takes them: nothing here may touch those. */
export const mayRemoveFiles = ({ filesBucket }: FoundationRef) => {
  const places = ['', 'incoming/'].map((place) => `${place}${prefixOf($app.stage)}/`);
  return [
    {
      actions: ['s3:ListBucket'],
      resources: [$interpolate`arn:aws:s3:::${filesBucket}`],
      conditions: [{ test: 'StringEquals', variable: 's3:prefix', values: places }],
    },
    { actions: ['s3:DeleteObject'], resources: places.map((place) => $interpolate`arn:aws:s3:::${filesBucket}/${place}*`) },
  ];
};

/** Telling X-Ray what was done: it knows no resources. */
export const mayTellTraces = { actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] };
