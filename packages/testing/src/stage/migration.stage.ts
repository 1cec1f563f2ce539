import { describe, expect, it } from 'vitest';
import { environmentOfFunction, evaluationOf, functionOf, only, stageNames } from './asked.ts';

const invocation = 'aws:lambda/invocation:Invocation';
const eventOf = (stage: (typeof stageNames)[number]) =>
  JSON.parse(String(only(stage, invocation).inputs.input)) as { database: string; seed: boolean };

/** What serves people, and would meet a schema that it does not know. */
const served = [
  ['aws:lambda/function:Function', 'Api'],
  ['aws:lambda/function:Function', 'WebServer'],
  ['aws:ecs/taskDefinition:TaskDefinition', 'Worker'],
] as const;

describe.each(stageNames)('the migration of %s', (stage) => {
  it.each(served)('comes before %s %s', (type, name) => {
    expect(only(stage, type, name).after).toContain(only(stage, invocation).urn);
  });

  it('happens with each release', () => {
    const { inputs } = only(stage, invocation);
    const release = '0123456789abcdef0123456789abcdef01234567';
    expect(eventOf(stage)).toMatchObject({ stage, release, rollback: false, contract: false });
    // A trigger that changes replaces, and what replaces drops: only where nothing is dropped.
    expect(inputs.triggers).toEqual(stage === 'pr-12' ? undefined : { release });
  });

  it('is for the database that programs use', () => {
    const { database } = eventOf(stage);
    const { DATABASE_APP_URL } = environmentOfFunction(functionOf(stage, 'Api'));
    expect(new URL(DATABASE_APP_URL ?? '').pathname).toBe(`/${database}`);
  });
});

it('drops a branch’s database with its stage, and no other', () => {
  expect(stageNames.map((stage) => [stage, only(stage, invocation).inputs.lifecycleScope])).toEqual([
    ['production', 'CREATE_ONLY'],
    ['staging', 'CREATE_ONLY'],
    ['pr-12', 'CRUD'],
  ]);
});

it('takes nothing away and back unless it is told to', () => {
  for (const stage of stageNames) expect(eventOf(stage)).toMatchObject({ rollback: false, contract: false });
});

it('takes a branch’s files and keys with it, which it finds by the name of the database, and those of no other stage', () => {
  const leftovers = ['STORAGE_BUCKET', 'REDIS_URL', 'QUEUE_REDIS_URL'];
  for (const stage of stageNames) {
    const [own, api] = [environmentOfFunction(functionOf(stage, 'Migrate')), environmentOfFunction(functionOf(stage, 'Api'))];
    const database = eventOf(stage).database.replaceAll('_', '-');
    expect([api.STORAGE_PREFIX, api.REDIS_PREFIX]).toEqual([database, database]);
    expect(leftovers.map((name) => own[name])).toEqual(leftovers.map((name) => (stage === 'pr-12' ? api[name] : undefined)));
  }
});

it('puts the demo workspace into a branch’s database, and into no other', () => {
  expect(stageNames.map((stage) => eventOf(stage).seed)).toEqual([false, false, true]);
});

it('gives each stage a database, files, jobs and copies of its own', () => {
  const ownOf = (name: string) => stageNames.map((stage) => environmentOfFunction(functionOf(stage, 'Api'))[name]);
  for (const name of ['DATABASE_APP_URL', 'STORAGE_PREFIX', 'REDIS_PREFIX'])
    expect(new Set(ownOf(name)).size, name).toBe(stageNames.length);
});

describe('state', () => {
  /** Resources of AWS that hold what could not be made again. */
  const holdsState = /^aws:(?:rds|dynamodb|elasticache|efs|docdb|neptune|opensearch|memorydb|dsql|kms|secretsmanager|backup)\//;

  it.each(stageNames)('is nothing that %s owns', (stage) => {
    const { resources } = evaluationOf(stage);
    expect(resources.filter(({ type }) => holdsState.test(type)).map(({ urn }) => urn)).toEqual([]);
    // The one bucket has the files of the web app, which a build makes again.
    expect(resources.filter(({ type }) => /^aws:s3\/bucket(?:V2)?:/.test(type)).map(({ name }) => name)).toEqual([
      'WebAssetsBucket',
    ]);
  });

  it('of production is not removed, and of no other stage stays behind', () => {
    expect(stageNames.map((stage) => evaluationOf(stage).app)).toMatchObject([
      { protect: true, removal: 'retain' },
      { protect: false, removal: 'remove' },
      { protect: false, removal: 'remove' },
    ]);
  });
});

it('counts what a stage costs for its tier, as budgets and dashboards do', () => {
  const tags = (tier: string, stage: string) => ({ providers: { aws: { defaultTags: { tags: { tier, stage } } } } });
  expect(evaluationOf('production').app).toMatchObject(tags('production', 'production'));
  expect(evaluationOf('pr-12').app).toMatchObject(tags('preview', 'pr-12'));
});
