import { setTimeout as wait } from 'node:timers/promises';
import { countRoundTrips, type RoundTrips } from '@atlas/testing/services';
import type pg from 'pg';
import { type Client, clientOf } from './client.ts';
import { type Figure, figure } from './measure.ts';
import { startApi } from './programs.ts';
import type { Stage } from './stage.ts';
import { connect } from './stores.ts';

/** What a call sends to PostgreSQL: how often it waits for an answer, and how many statements in all. */
export type Wire = { readonly roundTrips: number; readonly statements: number };

/** Longer than what a call may leave for later: a COMMIT of reads that nobody waits for, the wake-up of the relay. */
const aftermathMs = 150;

/** Counts one call. The calls before it have opened connections and prepared statements. */
async function countOne(proxy: RoundTrips, call: () => Promise<unknown>): Promise<Wire> {
  for (let warm = 0; warm < 2; warm++) await call();
  await wait(aftermathMs);
  proxy.reset();
  await call();
  const roundTrips = proxy.count();
  await wait(aftermathMs);
  return { roundTrips, statements: proxy.statements() };
}

/** Counts what a call over HTTP costs, on an API process of its own. */
export async function wireOfCall(stage: Stage, cookie: string, call: (client: Client) => Promise<unknown>): Promise<Wire> {
  const proxy = await countRoundTrips(stage.urls.app);
  const api = await startApi({ ...stage.ground, urls: { ...stage.urls, app: proxy.url } });
  const client = clientOf({ api: api.url, origin: stage.origin }, cookie, 1);
  try {
    return await countOne(proxy, () => call(client));
  } finally {
    client.close();
    await api.close();
    await proxy.close();
  }
}

/** Counts what plain SQL costs. */
export async function wireOfSql(adminUrl: string, run: (client: pg.Client) => Promise<unknown>): Promise<Wire> {
  const proxy = await countRoundTrips(adminUrl);
  const client = await connect(proxy.url);
  try {
    return await countOne(proxy, () => run(client));
  } finally {
    await client.end();
    await proxy.close();
  }
}

/** What some calls cost, one after the other. */
export const times = ({ roundTrips, statements }: Wire, calls: number): Wire => ({
  roundTrips: roundTrips * calls,
  statements: statements * calls,
});

/** What one request costs on the wire, beside the floor. */
export const wireFigures = (bench: string, atlas: Wire, floor: Wire): Figure[] => [
  figure(`${bench}.round_trips`, 1, 'round trips', atlas.roundTrips, floor.roundTrips),
  figure(`${bench}.statements`, 1, 'statements', atlas.statements, floor.statements),
];
