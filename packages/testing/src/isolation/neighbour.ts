import { uuidv7 } from '@atlas/kernel';
import { asAdministrator } from '../database.ts';
import { contentsOf, idsOf, tenantTables, uuids } from '../laws/contents.ts';
import { variationOf } from '../laws/variation.ts';
import type { World } from '../world.ts';
import { everyTarget, type OperationTarget, operationTargets } from './targets.ts';
import { openWorkspaces, type Prepared } from './workspaces.ts';

/** A tenant, in as few workspaces as its records take, that holds records of every kind and is asked nothing any more. */
export type Neighbour = {
  readonly tenantIds: readonly string[];
  /** Stands in its texts and nowhere else. */
  readonly marker: string;
  /** A request of its own that it has not sent. */
  preparedFor(name: string): Prepared | undefined;
  /** Where its own lists go on. */
  cursorsFor(name: string): readonly string[];
  /** The Idempotency-Key of a request of its own. */
  keyFor(name: string): string;
  /** One of the ids in its rows. */
  idAt(index: number): string;
  /** What of it stands in an answer, besides what the caller had sent. */
  seenIn(answer: string, sent: string): string[];
  /** The tables in which its records have changed since this was asked last. */
  changes(): Promise<string[]>;
};

/** Does everything that can be done, and some of it twice, so that lists have a second page. */
async function live({ target, world, input }: Prepared<OperationTarget>, key: string): Promise<void> {
  const { operation, route } = target;
  await world.run(operation, input, operation.kind === 'command' ? { key } : {});
  const again = operation.kind === 'command' ? variationOf(route, input) : null;
  if (again) await world.run(operation, again).catch(() => undefined);
}

/** Puts a marker into each text of several words, wherever it is kept. Rows that never change are changed behind the back of their triggers. */
async function mark(tenantIds: readonly string[], marker: string): Promise<void> {
  const columns = await asAdministrator<{ table: string; name: string; type: string }>(
    `select table_name as table, column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and data_type in ('text', 'jsonb') and table_name = any($1)`,
    [await tenantTables()],
  );
  const tenants = `tenant_id in (${tenantIds.map((id) => `'${id}'`).join()})`;
  const marked = (name: string, type: string) =>
    type === 'text'
      ? `"${name}" = "${name}" || ' ${marker}' where "${name}" like '% %'`
      : `"${name}" = regexp_replace("${name}"::text, '(": "[^"\\\\]* [^"\\\\]*)"', '\\1 ${marker}"', 'g')::jsonb where "${name}"::text like '% %'`;
  const updates = columns.map(({ table, name, type }) => `update "${table}" set ${marked(name, type)} and ${tenants}`);
  await asAdministrator(['set local session_replication_role = replica', ...updates].join(';\n'));
}

/** Where a list goes on that has a second page, in whichever of the neighbour's workspaces; none when the route is no list. */
async function cursorsOf(target: OperationTarget, own: Prepared | undefined, worlds: readonly World[]): Promise<string[]> {
  const { operation, route } = target;
  if (!('cursor' in route.input.shape)) return [];
  const questions = worlds.map((world) => [world, {}] as const);
  if (own) questions.unshift([own.world, own.input]);
  for (const [world, question] of questions) {
    const page = (await world.run(operation, { ...question, limit: 1 }).catch(() => null)) as {
      nextCursor: string | null;
    } | null;
    if (page?.nextCursor) return [page.nextCursor];
  }
  return [];
}

/** What the cursors in an answer say to those who can read them. */
const cursorsWithin = (answer: string): string[] =>
  [...answer.matchAll(/"nextCursor":"([\w-]+)"/g)].map(([, cursor = '']) => Buffer.from(cursor, 'base64url').toString());

/** Everything that has happened at the neighbour's, and a request for each route that has not. */
async function settled(keyFor: Neighbour['keyFor']) {
  const workspaces = openWorkspaces();
  for (const target of operationTargets) await workspaces.prepare(target, (each) => live(each, keyFor(target.route.name)));
  const prepared = new Map<string, Prepared>();
  for (const target of everyTarget) prepared.set(target.route.name, await workspaces.prepare(target));
  return { worlds: workspaces.worlds(), prepared };
}

/** Makes a neighbour by the scenarios of the law suite. */
export async function newNeighbour(): Promise<Neighbour> {
  const secret = uuidv7().replaceAll('-', '');
  const keyFor = (name: string): string => `${name}-${secret}`;
  const { worlds, prepared } = await settled(keyFor);
  const tenantIds = worlds.map(({ tenantId }) => tenantId);
  const marker = `mark${secret}`;
  await mark(tenantIds, marker);
  const cursors = new Map<string, string[]>();
  for (const target of operationTargets)
    cursors.set(target.route.name, await cursorsOf(target, prepared.get(target.route.name), worlds));
  const known = new Set([...(await idsOf(...tenantIds)), ...worlds.map(({ userId }) => userId)]);
  const ids = [...known];
  let contents = await contentsOf(...tenantIds);
  return {
    tenantIds,
    marker,
    preparedFor: (name) => prepared.get(name),
    cursorsFor: (name) => cursors.get(name) ?? [],
    keyFor,
    idAt: (index) => ids[index % ids.length] as string,
    seenIn: (answer, sent) => {
      const whole = [answer, ...cursorsWithin(answer)].join();
      const seen = new Set(whole.match(uuids)?.filter((id) => known.has(id)));
      return [...seen, ...(whole.includes(marker) ? [marker] : [])].filter((text) => !sent.includes(text));
    },
    changes: async () => {
      const before = contents;
      contents = await contentsOf(...tenantIds);
      return Object.keys(contents).filter((table) => contents[table] !== before[table]);
    },
  };
}
