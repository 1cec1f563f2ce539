import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Secrets } from './secrets.ts';
import type { Stores } from './stores.ts';

export type Addresses = {
  readonly apiPort: number;
  /** Where people reach Atlas: the web app, or the API when it runs alone. */
  readonly publicUrl: string;
};

/** What the API, the worker and the seed are configured with (packages/platform/src/config.ts). */
export function environmentOf(
  data: string,
  secrets: Secrets,
  stores: Stores,
  { apiPort, publicUrl }: Addresses,
): Record<string, string> {
  const storage = join(data, 'files');
  mkdirSync(storage, { recursive: true });
  return {
    DATABASE_APP_URL: stores.database.app,
    DATABASE_RELAY_URL: stores.database.relay,
    DATABASE_AUTH_URL: stores.database.auth,
    REDIS_URL: stores.redisUrl,
    AUTH_SECRET: secrets.auth,
    PUBLIC_URL: publicUrl,
    STORAGE_FOLDER: storage,
    API_PORT: String(apiPort),
    // The web app hands on what it is asked, from here: what it says of addresses is believed.
    TRUSTED_PROXIES: '127.0.0.1,::1',
    // Everybody who tries this out comes from one address.
    RATE_LIMIT_FACTOR: '10',
    // Node keeps compiled sources here: later starts are quicker.
    NODE_COMPILE_CACHE: join(data, 'compiled'),
  };
}

const fileIn = (data: string): string => join(data, 'environment');

/** Writes the environment of the running Atlas to a file, for `node --env-file` and the database scripts. */
export function writeEnvironment(data: string, environment: Record<string, string>, ownerUrl: string): void {
  const text = Object.entries({ ...environment, DATABASE_OWNER_URL: ownerUrl }).map(([name, value]) => `${name}="${value}"\n`);
  writeFileSync(fileIn(data), text.join(''), { mode: 0o600 });
}

/** What does not run any more has no addresses. */
export const removeEnvironment = (data: string): void => rmSync(fileIn(data), { force: true });
