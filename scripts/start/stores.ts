import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type DatabaseUrls, databaseUrls, migrate, prepareCluster } from '@atlas/migrate';
import { startPostgres, startRedis } from '@atlas/testing/services';
import { administratorOf } from './administrator.ts';
import type { Parts } from './parts.ts';
import type { Print } from './print.ts';
import type { Secrets } from './secrets.ts';

export type Stores = { readonly database: DatabaseUrls; readonly redisUrl: string };

/** Keeps the whole log in a file and shows only what ends the server: other failures are those of one session. */
function logTo(folder: string, name: string, print: Print): (text: string) => void {
  const file = createWriteStream(join(folder, `${name}.log`));
  return (text) => {
    file.write(`${text}\n`);
    for (const line of text.split('\n')) if (/\bPANIC\b/.test(line)) print.part(name, line);
  };
}

async function postgres(data: string, logs: string, password: string, parts: Parts, print: Print): Promise<string> {
  const server = await startPostgres({ folder: data, password, durable: true, onLog: logTo(logs, 'postgres', print) });
  parts.add({ name: 'postgres', ...server });
  print.part('postgres', `ready, data in ${join(server.folder, 'postgres')}`);
  return server.url;
}

async function redis(data: string, logs: string, parts: Parts, print: Print): Promise<string> {
  const server = await startRedis({ folder: join(data, 'redis'), durable: true, onLog: logTo(logs, 'redis', print) });
  parts.add({ name: 'redis', ...server });
  print.part('redis', `ready, data in ${join(data, 'redis')}`);
  return server.url;
}

/** PostgreSQL and Redis, our own unless the environment names others, and the database brought to the current schema. */
export async function openStores(data: string, secrets: Secrets, parts: Parts, print: Print): Promise<Stores> {
  const logs = join(data, 'logs');
  mkdirSync(logs, { recursive: true });
  const { DATABASE_URL, REDIS_URL } = process.env;
  // One after the other: parts are stopped in the opposite order of their start.
  const ownUrl = DATABASE_URL || (await postgres(data, logs, secrets.administrator, parts, print));
  const redisUrl = REDIS_URL || (await redis(data, logs, parts, print));
  const { administratorUrl, database } = administratorOf(ownUrl);
  await prepareCluster(administratorUrl, database, secrets.roles);
  const urls = databaseUrls(administratorUrl, database, secrets.roles);
  // Whoever worked with it before is gone: what no release needs any more may go, too.
  await migrate(urls.owner, { contract: true });
  print.part('postgres', `database ${database} has the current schema`);
  return { database: urls, redisUrl };
}
