import { inject } from 'vitest';
import { testDatabase } from '../database.ts';
import { ended, stopChild, untilReady } from '../services/child.ts';
import { freePort } from '../services/ports.ts';
import { spawnProgram } from '../services/program.ts';
import { testStorageFolder } from '../world.ts';

/** The API as a process of its own, to be treated badly. */
export type ApiProcess = {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What it logged as an error and what it wrote on its way out: nothing, unless something nobody expected happened. */
  said(): string;
  /** Asks it to end, and answers how it did. */
  stop(): Promise<string>;
};

/** Sessions of these tests; nobody empties it. */
const redisDatabase = 15;

/** Starts the API on this worker's database, with limits of one's own. */
export async function startApiProcess(limits: Readonly<Record<string, string>> = {}): Promise<ApiProcess> {
  const { urls } = await testDatabase();
  const ground = { urls, redisUrl: `${inject('redisUrl')}/${redisDatabase}`, storageFolder: testStorageFolder() };
  const port = await freePort();
  const child = spawnProgram('api', ground, { API_PORT: String(port), LOG_LEVEL: 'error', ...limits });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, () => fetch(`${url}/health/ready`));
  const stop = async () => {
    await stopChild(child, 'SIGTERM');
    return ended(child);
  };
  return { url, port, pid: child.pid ?? 0, said: () => said, stop };
}
