import type { ChildProcess } from 'node:child_process';
import { checkImport, createImport, listImports } from '@atlas/imports/contract';
import { createClient } from '@atlas/sdk';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createWorkspace, newVisitor, type Person, password, signUp } from '../api/visitor.ts';
import { asAdministrator, testDatabase, useOwnDatabase } from '../database.ts';
import { appoint } from '../house.ts';
import { freePort, spawnProgram, stopChild, webOrigin } from '../services/index.ts';
import { type BrevoStandIn, startBrevo } from '../standins/brevo.ts';
import { type Segment, startXrayDaemon, type XrayDaemon } from '../standins/xray.ts';
import { testStorageFolder } from '../world.ts';
import { type Line, linesOf, until } from './lines.ts';

useOwnDatabase();

const release = 'abc1234';
const browser = '00f067aa0ba902b7';

let daemon: XrayDaemon;
let brevo: BrevoStandIn;
let programs: readonly ChildProcess[] = [];
let lines: Line[][];
let url: string;
let administrator: Person;

let traces = 0;
/** A request of a browser on a trace of its own. */
function newTrace(flags = '01') {
  const seconds = Math.floor(Date.now() / 1000).toString(16);
  traces += 1;
  const traceId = `${seconds}${String(traces).padStart(24, '0')}`;
  const xrayId = `1-${seconds}-${traceId.slice(8)}`;
  return { traceId, xrayId, headers: { traceparent: `00-${traceId}-${browser}-${flags}` } };
}

const segmentsOf = (xrayId: string): Segment[] => daemon.segments.filter(({ trace_id }) => trace_id === xrayId);
const untilTold = (xrayId: string, name: string) =>
  until(`${name} in ${xrayId}`, () => segmentsOf(xrayId).some((segment) => segment.name === name));

/** The names from the top down to a span. */
function pathTo(segments: readonly Segment[], segment: Segment | undefined): string[] {
  if (!segment) return [];
  const { parent_id, name } = segment;
  return parent_id === browser
    ? [name]
    : [
        ...pathTo(
          segments,
          segments.find(({ id }) => id === parent_id),
        ),
        name,
      ];
}

/** Somebody who is signed in, as if they had opened the mail. */
async function newPerson(): Promise<Person> {
  const person = await signUp(url);
  const { email } = person;
  await asAdministrator('update identity.users set email_verified = true where email = $1', [email]);
  expect((await person.send('POST', '/api/auth/sign-in/email', { body: { email, password } })).status).toBe(200);
  return person;
}

beforeAll(async () => {
  const { urls } = await testDatabase();
  const ground = { urls, redisUrl: `${inject('redisUrl')}/28`, storageFolder: testStorageFolder() };
  [daemon, brevo] = [await startXrayDaemon(), await startBrevo()];
  const watched = { ...daemon.environment, ...brevo.environment, LOG_LEVEL: 'info', RELEASE: release, TRACE_RATE: '0' };
  const port = await freePort();
  programs = [spawnProgram('api', ground, { ...watched, API_PORT: String(port) }), spawnProgram('worker', ground, watched)];
  lines = programs.map(linesOf);
  url = `http://127.0.0.1:${port}`;
  await until('the API', () => lines[0]?.some(({ msg }) => msg === 'ready'));
  administrator = await newPerson();
  await appoint(administrator.email);
}, 120_000);
afterAll(async () => {
  await Promise.all(programs.map((program) => stopChild(program, 'SIGTERM')));
  await Promise.all([brevo.close(), daemon.close()]);
});

describe('a trace that is recorded', () => {
  const trace = newTrace();
  const ownerEmail = 'nobody-else-knows@atlas.example';
  let segments: Segment[];

  beforeAll(async () => {
    const body = { name: 'Hidden Name GmbH', ownerEmail };
    const sent = { body, headers: trace.headers };
    expect((await administrator.send('POST', '/v1/administration/workspaces', sent)).status).toBe(201);
    for (const name of ['administration.workspace.provision', 'platform.mail.send']) await untilTold(trace.xrayId, name);
    segments = segmentsOf(trace.xrayId);
  });

  it('is one tree, from the request to the last job and the vendor that it asks', () => {
    const paths = segments.map((segment) => pathTo(segments, segment));
    const request = ['administration.workspace.provision'];
    const first = [...request, 'database.write', 'platform.outbox.publish', 'administration.workspace.invite_owner'];
    const last = [...first, 'database.write', 'platform.outbox.publish', 'platform.mail.send'];
    expect(paths).toEqual(expect.arrayContaining([request, [...request, 'auth.authenticate'], first, last]));
    expect(paths).toContainEqual([...last, 'mail.send']);
    // One top: everything else hangs below it.
    expect(segments.filter(({ parent_id }) => parent_id === browser)).toHaveLength(1);
    expect(paths.map(([top]) => top)).toEqual(paths.map(() => request[0]));
  });

  it('says which operation, tenant, request and release, and what is a part of what', () => {
    const top = segments.find(({ parent_id }) => parent_id === browser);
    expect(top).toMatchObject({
      annotations: { operation: 'administration.workspace.provision', release, tenantId: expect.any(String) },
      http: { request: { method: 'POST' }, response: { status: 201 } },
    });
    const requestId = top?.annotations.requestId;
    const wholes = segments.filter(({ type }) => type === undefined);
    expect(wholes.map(({ annotations }) => annotations.requestId)).toEqual(wholes.map(() => requestId));
    expect(segments.find(({ name }) => name === 'mail.send')).toMatchObject({ type: 'subsegment', namespace: 'remote' });
    for (const { start_time, end_time } of segments) expect(end_time).toBeGreaterThanOrEqual(start_time);
  });

  it('tells nothing of what people wrote, or who they are', () => {
    for (const told of [ownerEmail, 'Hidden', administrator.email, 'cookie']) expect(daemon.text()).not.toContain(told);
  });

  it('is found from its lines in the log, of the request and of its jobs', () => {
    const found = lines.map((each) => each.filter(({ traceId }) => traceId === trace.traceId));
    for (const each of found) {
      expect(each.length).toBeGreaterThan(0);
      expect(each.map(({ xrayTraceId }) => xrayTraceId)).toEqual(each.map(() => trace.xrayId));
    }
  });

  it('goes on where Better Auth asks for a mail', async () => {
    const { xrayId, headers } = newTrace();
    const body = { email: administrator.email, redirectTo: '/' };
    expect((await newVisitor(url).send('POST', '/api/auth/request-password-reset', { body, headers })).status).toBe(200);
    for (const name of ['http.auth', 'platform.mail.send']) await untilTold(xrayId, name);
    const told = segmentsOf(xrayId);
    const mailed = told.find(({ name }) => name === 'platform.mail.send');
    expect(pathTo(told, mailed)).toEqual(['http.auth', 'database.write', 'platform.outbox.publish', 'platform.mail.send']);
  });

  it('shows whose fault a failure is', async () => {
    const [refused, stranger] = [newTrace(), newTrace()];
    const body = { name: '', ownerEmail: 'no address' };
    await administrator.send('POST', '/v1/administration/workspaces', { body, headers: refused.headers });
    await newVisitor(url).send('GET', '/v1/parties', { headers: stranger.headers });
    await untilTold(stranger.xrayId, 'parties.party.list');
    const [top] = segmentsOf(refused.xrayId).filter(({ type }) => type === undefined);
    expect(top).toMatchObject({ error: true, http: { response: { status: 422 } } });
    expect(top?.cause?.exceptions).toMatchObject([{ type: 'AtlasError', message: 'validation_failed' }]);
    expect(segmentsOf(stranger.xrayId)).toContainEqual(
      expect.objectContaining({ name: 'auth.authenticate', error: true, type: 'subsegment' }),
    );
    expect(daemon.segments.filter(({ fault }) => fault)).toEqual([]);
  });
});

describe('a page', () => {
  const told: Promise<Response>[] = [];
  let person: Person;

  /** The client as pages have it, with what a browser adds. */
  const client = () =>
    createClient({
      baseUrl: url,
      headers: () => ({ cookie: person.cookie(), origin: webOrigin }),
      tellsSpans: true,
      fetch: (input, init) => {
        const answer = fetch(input, init);
        if (String(input).endsWith('/v1/spans')) told.push(answer);
        return answer;
      },
    });

  beforeAll(async () => {
    person = await newPerson();
    await createWorkspace(person, 'Pages Ltd');
  });

  it('tells the first span of a trace, below which are the request and its job', async () => {
    const { id } = await client().call(createImport, {});
    const file = { body: 'customerid,companyname\nA,B\n', headers: { 'Content-Type': 'application/octet-stream' } };
    expect((await person.send('PUT', `/v1/imports/${id}/files/c.csv`, file)).status).toBeLessThan(300);
    expect(told).toEqual([]);
    const trace = newTrace();
    await client().call(checkImport, { id }, { headers: trace.headers });
    for (const name of ['browser.imports.import.check', 'imports.import.check_files']) await untilTold(trace.xrayId, name);
    const segments = segmentsOf(trace.xrayId);
    const [first, ...others] = segments.filter(({ parent_id }) => parent_id === undefined);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      name: 'browser.imports.import.check',
      id: browser,
      annotations: { operation: 'browser.imports.import.check', release, tenantId: expect.any(String) },
      http: { request: { method: 'POST' } },
    });
    const job = segments.find(({ name }) => name === 'imports.import.check_files');
    const path = ['imports.import.check', 'database.write', 'platform.outbox.publish', 'imports.import.check_files'];
    expect(pathTo(segments, job)).toEqual(path);
    expect((await Promise.all(told)).map(({ status }) => status)).toEqual([204]);
  });

  it('tells of a refusal, too, and of nothing that is not recorded', async () => {
    told.length = 0;
    const trace = newTrace();
    await client()
      .call(listImports, { limit: -1 } as never, { headers: trace.headers })
      .catch(() => undefined);
    await client().call(listImports, {});
    await untilTold(trace.xrayId, 'browser.imports.import.list');
    const [span] = segmentsOf(trace.xrayId).filter(({ name }) => name === 'browser.imports.import.list');
    expect(span).toMatchObject({ error: true, http: { response: { status: 422 } } });
    expect(told).toHaveLength(1);
  });

  it('tells names of ours and numbers, and is somebody who is here', async () => {
    const { traceId } = newTrace();
    const span = { traceId, id: browser, operation: 'imports.import.list', method: 'GET', status: 200, ms: 1 };
    const others = [
      { operation: 'Ada wrote this' },
      { name: 'ada@example.com' },
      { traceId: `0${traceId.slice(1)}` },
      { id: '0'.repeat(16) },
      { ms: 1e9 },
      { status: 'fine' },
      { method: 'Ada' },
    ];
    const before = daemon.segments.length;
    for (const other of others)
      expect((await person.send('POST', '/v1/spans', { body: { ...span, ...other } })).body).toMatchObject({
        code: 'validation_failed',
      });
    expect((await person.send('POST', '/v1/spans', { body: span, headers: { Origin: 'https://evil.example' } })).status).toBe(
      403,
    );
    expect((await newVisitor(url).send('POST', '/v1/spans', { body: span })).status).toBe(401);
    expect((await person.send('POST', '/v1/spans', { body: span })).status).toBe(204);
    await until('the span', () => daemon.segments.length > before);
    expect(daemon.segments.slice(before).map(({ name }) => name)).toEqual(['browser.imports.import.list']);
  });
});

describe('a page at the door', () => {
  /** Somebody who signs in in vain, and what the page may then tell of it. */
  const signIn = async ({ traceId, headers }: ReturnType<typeof newTrace>) => {
    const body = { email: `nobody-${traceId}@example.com`, password };
    const answer = await newVisitor(url).send('POST', '/api/auth/sign-in/email', { body, headers });
    const ticket = answer.headers.get('x-span-ticket');
    return { traceId, id: browser, operation: 'auth.sign-in.email', method: 'POST', status: 401, ms: 120, ticket };
  };
  const tell = async (body: object, headers = {}) => (await newVisitor(url).send('POST', '/v1/spans', { body, headers })).status;

  it('tells the first span of signing in with the ticket of the answer, which nobody gets where nothing is recorded', async () => {
    expect((await signIn(newTrace('00'))).ticket).toBeNull();
    const trace = newTrace();
    expect(await tell(await signIn(trace))).toBe(204);
    await untilTold(trace.xrayId, 'browser.auth.sign-in.email');
    const first = segmentsOf(trace.xrayId).find(({ name }) => name === 'browser.auth.sign-in.email');
    expect(first).toMatchObject({ id: browser, http: { request: { method: 'POST' }, response: { status: 401 } } });
    expect(Object.keys(first?.annotations ?? {}).sort()).toEqual(['operation', 'release']);
    expect(daemon.text()).not.toContain('nobody-');
  });

  it('tells of no other trace, nothing but names of the door, and not for a foreign page', async () => {
    const span = await signIn(newTrace());
    const refused = [{ operation: 'imports.import.list' }, { operation: 'auth.ada@example.com' }, { name: 'Ada' }, { ticket: 1 }];
    for (const each of refused) expect(await tell({ ...span, ...each })).toBe(422);
    for (const each of [{ traceId: newTrace().traceId }, { ticket: 'x'.repeat(43) }, { ticket: undefined }])
      expect(await tell({ ...span, ...each })).toBe(401);
    expect(await tell(span, { Origin: 'https://evil.example' })).toBe(403);
  });
});

describe('a trace that nobody wants recorded', () => {
  it('has no spans, and no header of a stranger does harm', async () => {
    const before = daemon.segments.length;
    const { traceId } = newTrace('00');
    const forged = [
      { traceparent: `00-${traceId}-${browser}-00` },
      { traceparent: `00-${traceId}-${browser}-01","x":"` },
      { traceparent: `00-${'0'.repeat(32)}-${browser}-01` },
      { traceparent: 'x'.repeat(8000) },
      { 'X-Amzn-Trace-Id': `Root=1-${traceId.slice(0, 8)}-${traceId.slice(8)};Sampled=1${'x'.repeat(100)}` },
      { 'X-Amzn-Trace-Id': `Root=1-'; drop table outbox_messages; --;Parent=1;Sampled=2` },
      { 'X-Amzn-Trace-Id': `Root=1-${traceId.slice(0, 8)}-${traceId.slice(8)};Parent=${browser};Sampled=0` },
    ];
    for (const headers of forged) expect((await administrator.send('GET', '/v1/me', { headers })).status).toBe(200);
    // What is told afterwards is told alone: nothing was on its way.
    const { xrayId, headers } = newTrace();
    await administrator.send('GET', '/v1/me', { headers });
    await untilTold(xrayId, 'http.read');
    expect(daemon.segments.slice(before).filter(({ trace_id }) => trace_id !== xrayId)).toEqual([]);
  });
});
