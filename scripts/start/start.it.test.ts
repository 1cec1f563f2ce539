import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { demoLogin } from '../../prisma/seed/login.ts';
import { root } from '../run.ts';
import { isAlive, type ProcessIdentity } from './process-identity.ts';

type Started = { readonly process: ChildProcess; readonly url: string; readonly output: () => string };

let data: string;
let running: ChildProcess[] = [];

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'atlas-start-'));
  // PostgreSQL may have to run as another user, who passes through here.
  chmodSync(data, 0o755);
});
afterEach(async () => {
  await Promise.all(running.map((child) => stop(child, 'SIGTERM')));
  running = [];
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

function launch(): { process: ChildProcess; output: () => string } {
  const args = [join(root, 'scripts', 'start.ts'), '--no-web', '--data', data];
  const child = spawn(process.execPath, args, { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  running.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  }
  return { process: child, output: () => said };
}

async function start(): Promise<Started> {
  const launched = launch();
  for (;;) {
    const url = /Open\s+(http:\S+)/.exec(launched.output())?.[1];
    if (url && /Sign in as .*\n/.test(launched.output())) return { ...launched, url };
    if (launched.process.exitCode !== null) throw new Error(`ended while starting:\n${launched.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal);
    await once(child, 'exit');
  }
  return child.exitCode;
}

const parts = (): (ProcessIdentity & { name: string })[] => JSON.parse(readFileSync(join(data, 'processes.json'), 'utf8'));

async function invoiceNumbers(url: string): Promise<string[]> {
  const { email, password } = demoLogin;
  const headers = { 'content-type': 'application/json', origin: url };
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  });
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers.getSetCookie().map((each) => each.split(';')[0]);
  const answer = await fetch(`${url}/v1/invoices?sort=number&limit=5`, { headers: { cookie: cookie.join('; ') } });
  const page = (await answer.json()) as { items: { number: string }[] };
  return page.items.map(({ number }) => number);
}

/** Signs somebody up, and waits for their first mail in the mailbox that the start names. */
async function subjectsOf({ url, output }: Started): Promise<string[]> {
  const email = 'somebody@example.com';
  await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: 'correct horse battery', name: 'Some Body' }),
  });
  const [, mailbox] = /Mail\s+(http:\S+)/.exec(output()) ?? [];
  for (;;) {
    const mails = (await (await fetch(`${mailbox}.json?to=${email}`)).json()) as { subject: string }[];
    if (mails.length > 0) return mails.map(({ subject }) => subject);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('starts everything with a demo workspace, stops without leaving a process, and keeps the data', {
  timeout: 180_000,
}, async () => {
  const first = await start();
  expect(await (await fetch(`${first.url}/health`)).json()).toMatchObject({ status: 'ok' });
  const numbers = await invoiceNumbers(first.url);
  expect(numbers).toHaveLength(5);
  const before = parts();
  expect(before.map(({ name }) => name).sort()).toEqual(['api', 'postgres', 'redis', 'vendors', 'worker']);
  expect(before.every(isAlive)).toBe(true);

  expect(await subjectsOf(first)).toContain('Confirm your e-mail address');

  const refused = launch();
  await once(refused.process, 'exit');
  expect(refused.process.exitCode).toBe(1);
  expect(refused.output()).toContain(`already running with ${data} (process ${first.process.pid}) at ${first.url}`);

  expect(await stop(first.process, 'SIGINT')).toBe(0);
  expect(before.filter(isAlive)).toEqual([]);

  const begun = performance.now();
  const second = await start();
  // 3 to 5 seconds on two idle cores; other suites run beside this one.
  expect(performance.now() - begun).toBeLessThan(20_000);
  expect(await invoiceNumbers(second.url)).toEqual(numbers);
  expect(second.output()).not.toContain('making the demo workspace');
});

test('a part that dies stops the rest, and says which it was', { timeout: 60_000 }, async () => {
  const atlas = await start();
  const before = parts();
  process.kill(before.find(({ name }) => name === 'worker')?.pid ?? 0, 'SIGKILL');
  await once(atlas.process, 'exit');
  expect(atlas.process.exitCode).toBe(1);
  expect(atlas.output()).toContain('worker ended by SIGKILL');
  expect(before.filter(isAlive)).toEqual([]);
});

test('a killed start leaves nothing that the next one trips over', { timeout: 60_000 }, async () => {
  const killed = await start();
  const before = parts();
  await stop(killed.process, 'SIGKILL');
  const again = await start();
  expect(before.filter(isAlive)).toEqual([]);
  expect((await fetch(`${again.url}/health`)).status).toBe(200);
});
