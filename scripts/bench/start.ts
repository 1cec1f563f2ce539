import { join } from 'node:path';
import { countRoundTrips, type Ground } from '@atlas/testing/services';
import { type Figure, figure, median } from './measure.ts';
import { startApi, type Variables } from './programs.ts';
import { groundOf, using } from './stage.ts';
import { connect, openStores } from './stores.ts';
import { type Wire, wireFigures } from './wire.ts';

/** How soon an API must answer. */
const allowedMs = 2000;

/** Milliseconds from the spawn of the process to the answer of `/health` that its services are up. */
async function startMs(ground: Ground, more: Variables): Promise<number> {
  const spawned = performance.now();
  const api = await startApi(ground, more);
  const taken = performance.now() - spawned;
  await api.close();
  return taken;
}

/** What happens on the wire until the first answer; the floor connects and asks once. */
async function wires(ground: Ground): Promise<readonly [Wire, Wire]> {
  const proxy = await countRoundTrips(ground.urls.app);
  const take = (): Wire => {
    const wire = { roundTrips: proxy.count(), statements: proxy.statements() };
    proxy.reset();
    return wire;
  };
  const client = await connect(proxy.url);
  await client.query('select 1');
  const floor = take();
  await client.end();
  const api = await startApi({ ...ground, urls: { ...ground.urls, app: proxy.url } });
  const atlas = take();
  await api.close();
  await proxy.close();
  return [atlas, floor];
}

/**
 * The start of an API process: `start` compiles everything, as on a machine that has never run it; `start.again` finds
 * what Node compiled before, as `npm start` lets it.
 */
export const start = (seconds: number): Promise<Figure[]> =>
  using(openStores, async (stores) => {
    const ground = groundOf(stores, stores.database);
    const compiled = { NODE_COMPILE_CACHE: join(stores.folder, 'compiled') };
    await startMs(ground, compiled);
    const [first, again]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < Math.max(3, seconds / 4); turn++) {
      first.push(await startMs(ground, {}));
      again.push(await startMs(ground, compiled));
    }
    return [
      figure('start', 1, 'ms', median(first), allowedMs),
      figure('start.again', 1, 'ms', median(again), allowedMs),
      ...wireFigures('start', ...(await wires(ground))),
    ];
  });
