import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { type Seeded, seed } from '../../../prisma/seed/seed.ts';
import type { Server } from './server.ts';

/** Nobody listens here. Redis keeps copies only, and nobody has signed in to this database yet. */
const withoutRedis = 'redis://127.0.0.1:9';

/** Makes the demo workspace, unless it is there or the database belongs to other people. */
export function seedDemo(server: Server, database: string): Promise<Seeded> {
  const env = {
    DATABASE_APP_URL: server.urlOf(database, 'app'),
    DATABASE_RELAY_URL: server.urlOf(database, 'relay'),
    DATABASE_AUTH_URL: server.urlOf(database, 'auth'),
    REDIS_URL: withoutRedis,
    // Signs the cookie of a session that nobody uses.
    AUTH_SECRET: randomBytes(32).toString('hex'),
    STORAGE_FOLDER: tmpdir(),
    LOG_LEVEL: 'silent',
  };
  return seed(env, (text) => console.log(text));
}
