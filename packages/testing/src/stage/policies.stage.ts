import { expect, it } from 'vitest';
import { asked, environmentOfFunction, evaluationOf, functionOf, stageNames } from './asked.ts';

type Statement = { readonly Effect: string; readonly Action: string[]; readonly Resource: string[] };
type Policy = { readonly Statement: Statement[] };
type StageName = (typeof stageNames)[number];

/** What the roles of a stage may do: ours, and those that SST makes for what we ask of it. */
const allowed = (stage: StageName, role = ''): (Statement & { role: string })[] =>
  asked(stage, 'aws:iam/role:Role', role).flatMap(({ name, inputs }) =>
    (inputs.inlinePolicies as { policy: string }[]).flatMap(({ policy }) =>
      (JSON.parse(policy) as Policy).Statement.map((statement) => ({ role: name, ...statement })),
    ),
  );

/** X-Ray has no resources that could be named; these two only write. */
const tracing = 'xray:PutTraceSegments,xray:PutTelemetryRecords';

it.each(stageNames)('lets no role of %s do everything, or something to everything', (stage) => {
  expect(allowed(stage).length).toBeGreaterThan(5);
  const tooMuch = allowed(stage).filter(
    ({ role, Action, Resource }) =>
      !(['ApiRole', 'WorkerTaskRole'].includes(role) && Action.join() === tracing) &&
      (Action.some((action) => action.includes('*')) || Resource.some((resource) => /^\*$|:\*$|:\*\//.test(resource))),
  );
  expect(tooMuch).toEqual([]);
});

it.each(stageNames)('lets only the service act as a role of %s', (stage) => {
  const ours = ['ApiRole', 'MigrateRole', 'WebServer', 'WorkerTaskRole', 'WorkerExecutionRole'];
  for (const name of ours)
    for (const { inputs } of asked(stage, 'aws:iam/role:Role', name))
      expect(JSON.stringify(inputs.assumeRolePolicy), name).not.toContain('arn:aws:iam');
});

it.each(stageNames)('keeps every role of %s within the boundary of its tier', (stage) => {
  const boundary = `arn:aws:secretsmanager:eu-central-1:123456789012:secret:${stage === 'production' ? 'production' : 'preview'}-boundary-arn`;
  const roles = asked(stage, 'aws:iam/role:Role');
  expect(roles.map(({ inputs }) => inputs.permissionsBoundary)).toEqual(roles.map(() => boundary));
});

const rolesOfPostgres = (stage: StageName, role: string): string[] =>
  allowed(stage, role)
    .filter(({ Action }) => Action.includes('rds-db:connect'))
    .flatMap(({ Resource }) => Resource.map((arn) => arn.split(':dbuser:')[1] ?? arn));

it.each([
  ['production', 'production'],
  ['staging', 'preview'],
  ['pr-12', 'preview'],
] as const)('lets programs of %s be the roles of PostgreSQL that they are, and no owner', (stage, tier) => {
  expect(rolesOfPostgres(stage, 'ApiRole')).toEqual([`prx-${tier}/atlas_app`, `prx-${tier}/atlas_auth`]);
  expect(rolesOfPostgres(stage, 'WorkerTaskRole')).toEqual([`prx-${tier}/atlas_app`, `${tier}-database-resource-id/atlas_relay`]);
  expect(rolesOfPostgres(stage, 'MigrateRole')).toEqual([]);
});

it.each(stageNames)('lets programs of %s sign in to the Valkey that they use, as its own user', (stage) => {
  const tier = stage === 'production' ? 'production' : 'preview';
  const groupsOf = (role: string): string[] =>
    allowed(stage, role)
      .filter(({ Action }) => Action.some((action) => action.startsWith('elasticache:')))
      .flatMap(({ Action, Resource }) => Resource.map((arn) => `${Action.join()} ${arn}`));
  const group = (name: string): string[] =>
    ['replicationgroup', 'user'].map(
      (kind) => `elasticache:Connect arn:aws:elasticache:eu-central-1:123456789012:${kind}:${tier}-${name}-name`,
    );
  expect(groupsOf('ApiRole')).toEqual(group('cache'));
  expect(groupsOf('WorkerTaskRole')).toEqual(group('queue'));
  // Who takes a branch's stage away takes its keys.
  expect(groupsOf('MigrateRole')).toEqual(stage === 'pr-12' ? [...group('cache'), ...group('queue')] : []);
});

it('lets a stage reach its own files only', () => {
  const filesOf = (stage: StageName) =>
    allowed(stage, 'ApiRole')
      .filter(({ Action }) => Action.includes('s3:PutObject'))
      .flatMap(({ Resource }) => Resource);
  const both = (tier: string, prefix: string) =>
    ['', 'incoming/'].map((place) => `arn:aws:s3:::${tier}-files-bucket/${place}${prefix}/*`);
  expect(filesOf('production')).toEqual(both('production', 'atlas-production'));
  expect(filesOf('staging')).toEqual(both('preview', 'atlas-staging'));
  expect(filesOf('pr-12')).toEqual(both('preview', environmentOfFunction(functionOf('pr-12', 'Api')).STORAGE_PREFIX ?? ''));
});

it('lets the end of a stage remove the files of a branch, and of no other', () => {
  const removing = (stage: StageName) =>
    allowed(stage, 'MigrateRole').filter(({ Action }) => Action.some((name) => /^s3:/.test(name)));
  expect(removing('production')).toEqual([]);
  expect(removing('staging')).toEqual([]);
  const { STORAGE_PREFIX = '' } = environmentOfFunction(functionOf('pr-12', 'Api'));
  const places = [`${STORAGE_PREFIX}/`, `incoming/${STORAGE_PREFIX}/`];
  expect(removing('pr-12')).toMatchObject([
    {
      Action: ['s3:ListBucket'],
      Resource: ['arn:aws:s3:::preview-files-bucket'],
      Condition: { StringEquals: { 's3:prefix': places } },
    },
    { Action: ['s3:DeleteObject'], Resource: places.map((place) => `arn:aws:s3:::preview-files-bucket/${place}*`) },
  ]);
});

it.each(stageNames)('keeps secrets of %s encrypted in its state', (stage) => {
  const { AUTH_SECRET, ORIGIN_SECRET } = environmentOfFunction(functionOf(stage, 'Api'));
  const secrets = [AUTH_SECRET, ORIGIN_SECRET];
  expect(new Set(secrets.map((secret) => secret?.length ?? 0)).has(0)).toBe(false);
  const told = evaluationOf(stage).resources.filter(({ shown }) => secrets.some((secret) => shown.includes(secret ?? '')));
  expect(told.map(({ urn }) => urn)).toEqual([]);
});
