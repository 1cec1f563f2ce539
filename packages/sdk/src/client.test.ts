import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { page, pageInput, route, schemas } from '@atlas/contract';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createClient } from './client.ts';
import { NetworkError, ProblemError, TimeoutError } from './failures.ts';

const thing = z.object({ id: z.string(), name: z.string(), version: schemas.version });
const getThing = route({
  name: 'test.thing.get',
  method: 'GET',
  path: '/things/{id}',
  summary: '',
  input: z.object({ id: z.string(), full: schemas.queryFlag.optional(), q: z.string().optional() }),
  output: thing,
  errors: [],
});
const createThing = route({
  name: 'test.thing.create',
  method: 'POST',
  path: '/things',
  summary: '',
  input: z.object({ name: z.string(), size: z.int().default(1) }),
  output: thing,
  errors: [],
});
const updateThing = route({
  name: 'test.thing.update',
  method: 'PATCH',
  path: '/things/{id}',
  summary: '',
  input: z.object({ id: z.string(), version: schemas.version, name: z.string().optional() }),
  output: thing,
  errors: [],
});
const listThings = route({
  name: 'test.thing.list',
  method: 'GET',
  path: '/things',
  summary: '',
  input: pageInput,
  output: page(z.object({ id: z.string() })),
  errors: [],
});

const addFile = route({
  name: 'test.file.add',
  method: 'PUT',
  path: '/files/{name}',
  summary: '',
  input: z.object({ name: z.string(), content: z.custom<AsyncIterable<Uint8Array>>() }),
  output: z.object({ rows: z.int() }),
  errors: [],
  body: 'binary',
});

type Received = { method: string; url: string; headers: IncomingHttpHeaders; body: string };
let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server that notes what it gets and answers with these bodies, one after the other. */
async function recording(...answers: unknown[]): Promise<[url: string, received: Received[]]> {
  const received: Received[] = [];
  const url = await serve(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    received.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answers[received.length - 1] ?? answers.at(-1)));
  });
  return [url, received];
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );

test('puts parameters into the path and the rest of a GET into the query string', async () => {
  const [baseUrl, received] = await recording({ id: 'a/b', name: 'A', version: 1 });
  const answer = await createClient({ baseUrl }).call(getThing, { id: 'a/b', full: 'true', q: 'ä & b' });
  expect(answer).toEqual({ id: 'a/b', name: 'A', version: 1 });
  expect(received[0]).toMatchObject({ method: 'GET', url: '/v1/things/a%2Fb?full=true&q=%C3%A4+%26+b', body: '' });
  expect(received[0]?.headers).not.toHaveProperty('idempotency-key');
});

test('sends the rest of a POST as JSON with a new idempotency key for each call, or the given one', async () => {
  const [baseUrl, received] = await recording({ id: '1', name: 'A', version: 1 });
  const client = createClient({ baseUrl, headers: () => ({ authorization: 'Bearer k' }) });
  await client.call(createThing, { name: 'A' });
  await client.call(createThing, { name: 'A' });
  await client.call(createThing, { name: 'A' }, { idempotencyKey: 'mine' });
  const keys = received.map(({ headers }) => headers['idempotency-key']);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).not.toBe(keys[0]);
  expect(keys[2]).toBe('mine');
  expect(received[0]).toMatchObject({ method: 'POST', url: '/v1/things', body: '{"name":"A"}' });
  expect(received[0]?.headers).toMatchObject({ 'content-type': 'application/json', authorization: 'Bearer k' });
});

test('sends the version of an edited resource as If-Match and not in the body', async () => {
  const [baseUrl, received] = await recording({ id: '1', name: 'B', version: 4 });
  await createClient({ baseUrl }).call(updateThing, { id: '1', version: 3, name: 'B' });
  expect(received[0]).toMatchObject({ method: 'PATCH', url: '/v1/things/1', body: '{"name":"B"}' });
  expect(received[0]?.headers['if-match']).toBe('"3"');
});

test('begins a trace with each call, as W3C writes it and X-Ray takes it, unless there is one', async () => {
  const [baseUrl, received] = await recording({ id: '1', name: 'A', version: 1 });
  const client = createClient({ baseUrl });
  await client.call(getThing, { id: '1' });
  await client.call(getThing, { id: '1' });
  const given = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  await client.call(getThing, { id: '1' }, { headers: { traceparent: given } });
  const [first, second, third] = received.map(({ headers }) => String(headers.traceparent));
  for (const each of [first, second]) expect(each).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  expect(first).not.toBe(second);
  expect(Math.abs(Number.parseInt(first?.slice(3, 11) ?? '', 16) - Date.now() / 1000)).toBeLessThan(5);
  expect(third).toBe(given);
});

test('uploads bytes as they are', async () => {
  const [baseUrl, received] = await recording({ rows: 2 });
  const content = new TextEncoder().encode('a;b\n1;2\n');
  const answer = await createClient({ baseUrl }).call(addFile, { name: 'a.csv', content });
  expect(answer).toEqual({ rows: 2 });
  expect(received[0]).toMatchObject({ method: 'PUT', url: '/v1/files/a.csv', body: 'a;b\n1;2\n' });
  expect(received[0]?.headers['content-type']).toBe('application/octet-stream');
});

test('walks all pages of a list by their cursors', async () => {
  const [baseUrl, received] = await recording(
    { items: [{ id: '1' }, { id: '2' }], nextCursor: 'x=' },
    { items: [{ id: '3' }], nextCursor: null },
  );
  const ids: string[] = [];
  for await (const { items } of createClient({ baseUrl }).allPages(listThings, { limit: 2 }))
    ids.push(...items.map(({ id }) => id));
  expect(ids).toEqual(['1', '2', '3']);
  expect(received.map(({ url }) => url)).toEqual(['/v1/things?limit=2', '/v1/things?limit=2&cursor=x%3D']);
});

test('turns a problem document into an error with its code, reference and fields', async () => {
  const problem = {
    status: 422,
    code: 'validation_failed',
    title: 'Some fields are not valid',
    detail: '/name: missing',
    requestId: 'r-1',
  };
  const errors = [{ pointer: '/name', code: 'invalid_type', message: 'missing' }];
  const baseUrl = await serve((_request, response) => {
    response.writeHead(422, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ ...problem, errors }));
  });
  const error = await failure(createClient({ baseUrl }).call(createThing, { name: '' }));
  expect(error).toBeInstanceOf(ProblemError);
  expect(error).toMatchObject({ ...problem, errors });
});

test('calls a page of a proxy in between unavailable, with the reference it carries', async () => {
  const baseUrl = await serve((_request, response) => {
    response.writeHead(502, { 'content-type': 'text/html', 'x-request-id': 'r-2' }).end('<h1>Bad gateway</h1>');
  });
  const error = await failure(createClient({ baseUrl }).call(listThings, {}));
  expect(error).toMatchObject({ name: 'ProblemError', status: 502, code: 'unavailable', requestId: 'r-2' });
});

test('calls what a gateway refuses for its size too large', async () => {
  const baseUrl = await serve((_request, response) => response.writeHead(413).end('{"message":"Request Too Long"}'));
  const error = await failure(createClient({ baseUrl }).call(listThings, {}));
  expect(error).toMatchObject({ name: 'ProblemError', status: 413, code: 'payload_too_large' });
});

test('tells no connection, a cut connection and a stranger’s answer from a refusal', async () => {
  const client = createClient({ baseUrl: 'http://127.0.0.1:1' });
  expect(await failure(client.call(listThings, {}))).toBeInstanceOf(NetworkError);

  const cut = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"items"');
    setTimeout(() => response.destroy(), 10);
  });
  expect(await failure(createClient({ baseUrl: cut }).call(listThings, {}))).toBeInstanceOf(NetworkError);
  server?.close();

  const portal = await serve((_request, response) => response.end('<h1>Hotel Wi-Fi</h1>'));
  expect(await failure(createClient({ baseUrl: portal }).call(listThings, {}))).toMatchObject({ name: 'NetworkError' });
});

test('tells a timeout from a connection that failed, and a call given up from both', async () => {
  const baseUrl = await serve(() => {});
  const late = await failure(createClient({ baseUrl, timeoutMs: 30 }).call(listThings, {}));
  expect(late).toBeInstanceOf(TimeoutError);
  expect(late).toMatchObject({ timeoutMs: 30 });
  const aborted = await failure(
    createClient({ baseUrl }).call(listThings, {}, { signal: AbortSignal.timeout(30), timeoutMs: 0 }),
  );
  expect(aborted).toMatchObject({ name: 'TimeoutError' });
  expect(aborted).not.toBeInstanceOf(TimeoutError);
});

test('refuses a call without its path parameter before it asks the server', async () => {
  const client = createClient({ baseUrl: 'http://127.0.0.1:1' });
  expect(await failure(client.call(getThing, {} as { id: string }))).toBeInstanceOf(TypeError);
});
