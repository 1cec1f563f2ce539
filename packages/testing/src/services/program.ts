import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { spawnTethered } from './child.ts';

/** Where the web app would be: the only origin that may send cookies. */
export const webOrigin = 'http://localhost:3000';

/** Signs what is given out in tests. */
export const testSecret = 'a secret that is only used in this test';

/** What a program of ours works on. */
export type Ground = {
  readonly urls: { readonly app: string; readonly relay: string; readonly auth: string };
  readonly redisUrl: string;
  readonly storageFolder: string;
};

/** The environment of a program in tests (packages/platform/src/config.ts). */
export const environmentOn = ({ urls, redisUrl, storageFolder }: Ground) => ({
  NODE_ENV: 'test',
  DATABASE_APP_URL: urls.app,
  DATABASE_RELAY_URL: urls.relay,
  DATABASE_AUTH_URL: urls.auth,
  REDIS_URL: redisUrl,
  AUTH_SECRET: testSecret,
  PUBLIC_URL: webOrigin,
  STORAGE_FOLDER: storageFolder,
  LOG_LEVEL: 'silent',
  // No test asks the real one.
  GRAVATAR_URL: 'http://127.0.0.1:9',
  // Everybody in a test comes from one address. What is limited by it is counted all the same.
  RATE_LIMIT_FACTOR: '1000',
});

/** What is the same for all processes of a run: where programs are, and what Node has compiled of them. */
const { PATH, NODE_COMPILE_CACHE } = process.env;
const ofNode = { PATH, ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }) };

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** What a run of everything has built of the programs (scripts/test.ts): they start in a third of the time. */
const built = {
  api: join(root, 'packages', 'testing', 'dist', 'api', 'main.mjs'),
  worker: join(root, 'functions', 'worker', 'dist', 'main.mjs'),
};

const mainOf = (name: 'api' | 'worker'): string =>
  process.env.ASKED_OF === 'artifact' ? built[name] : join(root, 'functions', name, 'src', 'main.ts');

/** Starts the API or the worker as a process of its own, as in production. What it says is left to the caller. */
export function spawnProgram(name: 'api' | 'worker', ground: Ground, more: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawnTethered(process.execPath, [mainOf(name)], 'SIGKILL', {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...ofNode, ...environmentOn(ground), ...more },
  });
}
