import { uuidv7 } from '@atlas/kernel';
import { modules } from '@atlas/modules';
import { type Database, openDatabase, runUpkeep } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startApi } from '../api/index.ts';
import { asAdministrator, testDatabase, useOwnDatabase } from '../database.ts';
import { doBackgroundWork } from '../deliver.ts';
import { tenantTables } from '../laws/contents.ts';
import { type GravatarStandIn, startGravatar } from '../standins/gravatar.ts';
import { testStorage, type World } from '../world.ts';
import { type Caller, newCaller } from './caller.ts';
import { asksForTenant, inTransactionOf, touchesNoRows, withoutConditions } from './conditions.ts';
import { type Neighbour, newNeighbour } from './neighbour.ts';
import { type RewritingProxy, rewriteStatements } from './rewriting.ts';
import { neverReaches, neverReachesInSequence } from './sequences.ts';
import { widest } from './smuggle.ts';
import { everyTarget, type OperationTarget, operationTargets, type Target } from './targets.ts';
import { seenIn, type Told, toldBy, toldTo } from './told.ts';
import { openWorkspaces, type Prepared } from './workspaces.ts';

// The walls are taken down one after the other, in the order of this file, in a database that nobody else sees.
useOwnDatabase();

const queries = operationTargets.filter(({ operation }) => operation.kind === 'query');
const operates = new Set(operationTargets.map(({ route }) => route));
const commands = operationTargets.filter(({ operation }) => operation.kind === 'command');

/**
 * People are looked for on another connection, by another role: no SQL of the application leads to those of a neighbour. A
 * plan takes nothing from the books but their currency and the month in which their years begin, which both have.
 */
const tellsAlike = new Set(['identity.member.list', 'identity.permission.explain', 'assets.schedule.preview']);

let gravatar: GravatarStandIn;
let api: Api;
let neighbour: Neighbour;
let db: Database;
/** The same database for an application whose SQL says what {@link proxy} makes of it. */
let bent: Database;
let proxy: RewritingProxy;
const workspaces = openWorkspaces();
const own = new Map<OperationTarget, Prepared<OperationTarget>>();

beforeAll(async () => {
  const database = await testDatabase();
  db = database.db;
  proxy = await rewriteStatements(database.urls.app);
  bent = openDatabase({ url: proxy.url, poolSize: 4, preparedStatements: false });
  gravatar = await startGravatar();
  api = await startApi(10, gravatar.environment);
  neighbour = await newNeighbour();
  for (const target of operationTargets) own.set(target, await workspaces.prepare(target));
  // Each operation is prepared twice, one after the other.
}, 180_000);
afterAll(async () => {
  await Promise.all([api.close(), bent.close()]);
  await gravatar.close();
  await proxy.close();
});

const told = (target: OperationTarget, database: Database): Promise<Told[]> =>
  toldTo(own.get(target) as Prepared<OperationTarget>, neighbour, database);

/** What someone in a tenant is told on some database who asks what the neighbour would ask. */
const toldIn = (tenantId: string, { operation, route }: OperationTarget, database: Database): Promise<Told> => {
  const { world, input } = neighbour.preparedFor(route.name) as Prepared;
  return toldBy(operation, { ...world.ctx(), tenantId, db: database }, widest(route, input));
};

const neighbourOf = ({ route }: OperationTarget): string => (neighbour.preparedFor(route.name) as Prepared).world.tenantId;
const callersTenant = (): string => (workspaces.worlds()[0] as World).tenantId;

async function doWhatWaits(worlds: readonly World[], database: Database): Promise<void> {
  for (const world of worlds) {
    await doBackgroundWork(world, undefined, database);
    await runUpkeep({ db: database, storage: testStorage() }, modules, world.tenantId);
  }
}

const nothingHasChanged = () =>
  it('nothing of the neighbour has changed', async () => expect(await neighbour.changes()).toEqual([]));

function withstandsCallers(targets: readonly Target[]): void {
  let caller: Caller;
  beforeAll(() => {
    caller = newCaller(api, neighbour);
  });
  it.each(targets)('$route.name reaches nothing of a neighbour', ({ route }) => neverReaches(caller, route.name));
  nothingHasChanged();
  it('no sequence of requests does', () => neverReachesInSequence(caller, neighbour), 60_000);
  it('nor does what they left to be done', () => doWhatWaits(caller.worlds(), db));
  nothingHasChanged();
}

// What each wall keeps by itself, as is shown below, both keep. The law suite asks each operation for ids of another tenant
// behind both; here that is asked of what is no operation.
describe('behind both walls', () => withstandsCallers(everyTarget.filter(({ route }) => !operates.has(route))));

describe('behind row-level security alone, when the SQL asks for no tenant', () => {
  beforeAll(() => proxy.use(withoutConditions));

  it.each(operationTargets)('$route.name answers as ever', async (target) => {
    const straight = await told(target, db);
    proxy.statements();
    expect(await told(target, bent)).toEqual(straight);
    expect(seenIn(straight, neighbour)).toEqual([]);
    const statements = proxy.statements().filter(({ sent }) => !touchesNoRows(sent));
    expect(statements.filter(({ arrived }) => asksForTenant(arrived))).toEqual([]);
    if (target.operation.kind === 'query') expect(statements.filter(({ sent, arrived }) => sent === arrived)).toEqual([]);
  });

  it.each(commands)('$route.name does its work', async (target) => {
    proxy.statements();
    await workspaces.prepare(target, ({ world, input }) => target.operation({ ...world.ctx(), db: bent }, input));
    expect(proxy.statements().filter(({ sent, arrived }) => sent !== arrived)).not.toEqual([]);
  });

  it('jobs and housekeeping do their work', () => doWhatWaits(workspaces.worlds(), bent));
  nothingHasChanged();
});

describe('behind row-level security alone, when the application takes the caller for the neighbour', () => {
  beforeAll(() => proxy.use(inTransactionOf(callersTenant())));

  it.each(operationTargets)('$route.name finds what nobody has', async (target) => {
    const mistaken = await toldIn(neighbourOf(target), target, bent);
    expect(seenIn([mistaken], neighbour)).toEqual([]);
    if (target.operation.kind === 'command') expect(mistaken.refused).toBe(true);
    else expect(mistaken).toEqual(await toldIn(uuidv7(), target, db));
  });

  nothingHasChanged();
});

describe('behind the conditions of the application alone', () => {
  const before = new Map<OperationTarget, Told[]>();
  beforeAll(async () => {
    for (const target of queries) before.set(target, await told(target, db));
    await asAdministrator((await tenantTables()).map((table) => `alter table "${table}" disable row level security`).join(';'));
  });

  it.each(queries)('$route.name answers as ever', async (target) => expect(await told(target, db)).toEqual(before.get(target)));
  withstandsCallers(everyTarget);

  describe('and behind no wall, so that what is tested above can fail', () => {
    it.each(queries)('$route.name tells of the neighbour', async (target) => {
      proxy.use(withoutConditions);
      proxy.statements();
      const bare = await told(target, bent);
      if (proxy.statements().every(({ sent }) => touchesNoRows(sent)) || tellsAlike.has(target.route.name)) return;
      // One record of all may be the caller's own: whoever has none is told of it as well.
      const nobody = uuidv7();
      expect([bare, await toldIn(nobody, target, bent)]).not.toEqual([before.get(target), await toldIn(nobody, target, db)]);
      proxy.use(inTransactionOf(callersTenant()));
      expect(await toldIn(neighbourOf(target), target, bent)).not.toEqual(await toldIn(uuidv7(), target, db));
    });

    it('its texts are known as its own', async () => {
      const everything = await Promise.all(queries.map((target) => toldIn(neighbourOf(target), target, db)));
      expect(seenIn(everything, neighbour)).toContain(neighbour.marker);
    });

    it('commands change its records', async () => {
      proxy.use(withoutConditions);
      for (const target of commands) await told(target, bent);
      expect(await neighbour.changes()).not.toEqual([]);
    });
  });
});
