import { join } from 'node:path';
import { spawnTethered, stopChild, untilReady } from '../services/child.ts';
import { freePort } from '../services/ports.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** The web app as `npm start` serves it, from the build that the site was made of. */
export async function openNextServer(apiUrl: string): Promise<{ readonly url: string; close(): Promise<void> }> {
  const port = await freePort();
  const program = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawnTethered(process.execPath, [program, 'start', '-p', String(port), '-H', '127.0.0.1'], 'SIGKILL', {
    cwd: join(root, 'web'),
    stdio: 'ignore',
    env: { PATH: process.env.PATH, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', API_URL: apiUrl },
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, () => fetch(`${url}/icon.svg`));
  return { url, close: () => stopChild(child, 'SIGTERM') };
}
