import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { apiFunction, Instance, openGateway, openPool } from '@atlas/testing/lambda';
import { environmentOn, type Ground } from '@atlas/testing/services';
import { run } from '../run.ts';
import { clientOf, signUp } from './client.ts';
import { serverAsFunction } from './fronted.ts';
import { type Figure, figure, inTurns, median, rate } from './measure.ts';
import { startApi } from './programs.ts';
import { groundOf, using } from './stage.ts';
import { type BenchDatabase, connect, openStores } from './stores.ts';

/** What the API may take as a function: megabytes of its bundle, milliseconds of a start, connections of an instance. */
const allowed = { bundle: 9, zipped: 3, init: 500, first: 300, memory: 180, connections: 2 };

const megabyte = 1_000_000;

/** The program, without the pages that it serves; and everything that is shipped, about as it is compressed. */
function sizes(folder: string): { readonly bundle: number; readonly zipped: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const shipped = files.filter((each) => each.isFile() && !each.name.endsWith('.map'));
  const contents = shipped.map(({ name, parentPath }) => ({ parentPath, content: readFileSync(join(parentPath, name)) }));
  const program = contents.filter(({ parentPath }) => parentPath === folder);
  return {
    bundle: program.reduce((total, { content }) => total + content.length, 0) / megabyte,
    zipped: contents.reduce((total, { content }) => total + gzipSync(content).length, 0) / megabyte,
  };
}

const environmentFor = (ground: Ground) => ({ ...environmentOn(ground), NODE_ENV: 'production', LOG_LEVEL: 'warn' });

const page = '/v1/accounts?limit=50';

/** Milliseconds from the spawn of an instance to its question for the first event, as AWS measures it; and of a signed-in person's first page of it. */
async function coldStart(ground: Ground, cookie: string): Promise<{ readonly init: number; readonly first: number }> {
  const begun = performance.now();
  const instance = await Instance.start(apiFunction(environmentFor(ground)));
  await instance.ready();
  const init = performance.now() - begun;
  const pool = { invoke: (event: unknown) => instance.invoke(event), instances: () => [instance], close: () => instance.kill() };
  return using(
    () => openGateway(pool),
    async ({ url }) => {
      const asked = performance.now();
      const answer = await fetch(`${url}${page}`, { headers: { cookie } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`the first request was answered with ${answer.status}`);
      return { init, first: performance.now() - asked };
    },
  );
}

const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function connectionsTo({ adminUrl }: BenchDatabase): Promise<number> {
  const client = await connect(adminUrl);
  const { rows } = await client.query<{ count: string }>(
    `select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename like 'atlas\\_%'`,
  );
  await client.end();
  return Number(rows[0]?.count);
}

/**
 * One instance that has answered a thousand requests, and then the same pages from it and from the API as a server, in
 * turns, asked by one client. API Gateway's stand-in works on the same cores as what it stands before, so it stands before
 * the server, too: `lambda.warm` is what an instance costs, with its Runtime API and its freezing. `lambda.warm.direct` is
 * against the server that nothing stands before.
 */
async function warm(ground: Ground, database: BenchDatabase, seconds: number): Promise<Figure[]> {
  const pool = openPool(apiFunction(environmentFor(ground)), 1);
  const origin = environmentOn(ground).PUBLIC_URL;
  return using(
    () => openGateway(pool),
    async ({ url }) => {
      const cookie = await signUp({ api: url, origin });
      const instance = clientOf({ api: url, origin }, cookie, 1);
      for (let turn = 0; turn < 1000; turn++) await instance.call('GET', page);
      const memory = residentMegabytes(pool.instances()[0]?.pid ?? 0);
      const connections = await connectionsTo(database);
      const against = async (api: string) => {
        const server = clientOf({ api, origin }, cookie, 1);
        for (let turn = 0; turn < 1000; turn++) await server.call('GET', page);
        const measured = await inTurns(
          5,
          () => rate(1, seconds / 10, () => instance.call('GET', page)),
          () => rate(1, seconds / 10, () => server.call('GET', page)),
        );
        server.close();
        return measured;
      };
      const [fronted, direct] = await using(
        () => startApi(ground, { NODE_ENV: 'production', DATABASE_POOL_SIZE: '1' }),
        async (api) => [
          await using(
            () => openGateway(serverAsFunction(api.url)),
            (front) => against(front.url),
          ),
          await against(api.url),
        ],
      );
      instance.close();
      return [
        figure('lambda.warm', 1, '1/s', ...fronted),
        figure('lambda.warm.direct', 1, '1/s', ...direct),
        figure('lambda.memory', 1, 'MB', memory, allowed.memory),
        figure('lambda.connections', 1, 'times', connections, allowed.connections),
      ];
    },
  );
}

/** The API as it is deployed: its size, a cold instance, and a warm one against the API as a server. */
export const lambda = (seconds: number): Promise<Figure[]> =>
  using(openStores, async (stores) => {
    if ((await run('node', ['scripts/bundle.ts', 'api'])) !== 0) throw new Error('the API could not be bundled');
    const ground = groundOf(stores, stores.database);
    const { bundle, zipped } = sizes(apiFunction({}).folder);
    const origin = environmentOn(ground).PUBLIC_URL;
    const cookie = await using(
      () => startApi(ground),
      (api) => signUp({ api: api.url, origin }, 'first'),
    );
    const starts: { readonly init: number; readonly first: number }[] = [];
    for (let turn = 0; turn < Math.max(3, seconds / 4); turn++) starts.push(await coldStart(ground, cookie));
    return [
      figure('lambda.bundle', 1, 'MB', bundle, allowed.bundle),
      figure('lambda.zipped', 1, 'MB', zipped, allowed.zipped),
      figure('lambda.init', 1, 'ms', median(starts.map(({ init }) => init)), allowed.init),
      figure('lambda.first', 1, 'ms', median(starts.map(({ first }) => first)), allowed.first),
      ...(await warm(ground, stores.database, seconds)),
    ];
  });
