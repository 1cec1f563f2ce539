import type { ChildProcess } from 'node:child_process';
import { houseTenantId } from '@atlas/platform';
import { afterAll, afterEach, beforeAll, expect, inject, it } from 'vitest';
import { newVisitor, password, signUp } from '../api/index.ts';
import { asAdministrator, testDatabase, useOwnDatabase } from '../database.ts';
import { ended, freePort, type Ground, spawnProgram } from '../services/index.ts';
import { type BrevoStandIn, startBrevo } from '../standins/brevo.ts';
import { testStorageFolder } from '../world.ts';
import { codeIn, tokenIn } from './post.ts';

useOwnDatabase();

/** Of its own: another worker on it would take the jobs, and find their messages in a database that is not its. */
const redisDatabase = 16;

let brevo: BrevoStandIn;
let ground: Ground;
let apiUrl: string;
let running: ChildProcess[] = [];
let said = '';

function spawn(name: 'api' | 'worker', more: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = spawnProgram(name, ground, { ...brevo.environment, LOG_LEVEL: 'trace', WORKER_LOCK_MS: '3000', ...more });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  }
  running.push(child);
  return child;
}

/** An API that answers. */
async function spawnApi(): Promise<{ readonly api: ChildProcess; readonly url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const api = spawn('api', { API_PORT: String(port), RATE_LIMIT_FACTOR: '1000' });
  const health = () =>
    fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  await until('the API', health);
  return { api, url };
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await ended(child);
  running = running.filter((each) => each !== child);
}

async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 40_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`${what} did not happen:\n${said.slice(-2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const nothingWaits = async (): Promise<boolean> =>
  (await asAdministrator('select from outbox_messages where tenant_id = $1 and handled_at is null', [houseTenantId])).length ===
  0;

/** How mails ended, as the audit trail of the house says. */
const ends = () =>
  asAdministrator(
    "select after->>'outcome' as outcome from audit_events where tenant_id = $1 and action = 'platform.mail.send' order by id",
    [houseTenantId],
  );

beforeAll(async () => {
  brevo = await startBrevo();
  const { urls } = await testDatabase();
  ground = { urls, redisUrl: `${inject('redisUrl')}/${redisDatabase}`, storageFolder: testStorageFolder() };
  apiUrl = (await spawnApi()).url;
});
afterEach(() => {
  brevo.fail(null);
  brevo.answerAfter(0);
});
afterAll(async () => {
  await Promise.all(running.map(kill));
  await brevo.close();
});

it.each([
  ['once, while the vendor remembers it', 1],
  ['once more, when the vendor has forgotten it', 2],
])('a mail whose worker died before its receipt comes %s', { timeout: 90_000 }, async (_how, mails) => {
  brevo.answerAfter(3000);
  const calls = brevo.calls();
  const endsBefore = (await ends()).length;
  const worker = spawn('worker');
  const { email } = await signUp(apiUrl);
  await until('the vendor is asked', () => brevo.calls() === calls + 1);
  await until('the mail is taken', () => brevo.mails(email).length === 1);
  await kill(worker);
  brevo.answerAfter(0);
  if (mails > 1) brevo.forgetKeys();
  const next = spawn('worker');
  await until('the mail is done', nothingWaits);
  expect(brevo.calls()).toBeGreaterThan(calls + 1);
  expect(brevo.mails(email)).toHaveLength(mails);
  expect((await ends()).slice(endsBefore)).toEqual([{ outcome: 'sent' }]);
  await kill(next);
});

it('a vendor that is away for a while is asked again by the worker, and no process tells what a mail says', {
  timeout: 90_000,
}, async () => {
  brevo.fail(503);
  const worker = spawn('worker');
  const { email } = await signUp(apiUrl);
  const calls = brevo.calls();
  const ask = (path: string, body: object) => newVisitor(apiUrl).send('POST', `/api/auth${path}`, { body: { email, ...body } });
  await ask('/sign-in/magic-link', {});
  await ask('/email-otp/send-verification-otp', { type: 'sign-in' });
  await ask('/request-password-reset', {});
  await until('the vendor is asked in vain', () => brevo.calls() >= calls + 4);
  brevo.fail(null);
  await until('all is done', nothingWaits);
  const mails = brevo.mails(email);
  expect(mails.map(({ subject }) => subject).sort()).toEqual([
    'Choose a new password',
    'Confirm your e-mail address',
    'Your code to sign in',
    'Your link to sign in',
  ]);
  expect(said).toContain('job put off');
  const secrets = mails.map((mail) => codeIn(mail) || tokenIn(mail));
  expect(secrets.filter((secret) => secret === '' || new RegExp(`\\b${secret}\\b`).test(said))).toEqual([]);
  expect(said.includes(email)).toBe(false);
  await kill(worker);
});

it('a mail that was answered for is sent, though the API died at that instant', { timeout: 90_000 }, async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => signUp(apiUrl)));
  const worker = spawn('worker');
  await until('the first mails are done', nothingWaits);
  const { api, url } = await spawnApi();
  const answered: string[] = [];
  const signIn = async ({ email }: { email: string }) => {
    const { status } = await newVisitor(url).send('POST', '/api/auth/sign-in/email', { body: { email, password } });
    // Their address is not confirmed: what they are answered promises another link.
    if (status !== 403) return;
    answered.push(email);
    api.kill('SIGKILL');
  };
  await Promise.allSettled(people.map(signIn));
  await kill(api);
  expect(answered.length).toBeGreaterThan(0);
  await until('what was promised is done', nothingWaits);
  for (const email of answered) expect(brevo.mails(email), email).toHaveLength(2);
  await kill(worker);
});
