import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApiProcess } from './api-process.ts';
import { answerIn, hear, speak } from './wire.ts';

let api: ApiProcess;

beforeAll(async () => {
  api = await startApiProcess();
});
afterAll(async () => {
  await api.stop();
  expect(api.said()).toBe('');
});

const get = 'GET /health/live HTTP/1.1\r\n';
const post = 'POST /v1/parties HTTP/1.1\r\n';
const host = 'Host: x\r\n';
const long = 'a'.repeat(20_000);

/** A refusal of what is no request, said to whoever reads it and followed by the end. */
async function expectRefusal(bytes: string, status: number, code: string): Promise<void> {
  const { text, closed } = await speak(api.port, bytes);
  const answer = answerIn(text);
  expect(answer).toMatchObject({ status, body: { type: `urn:atlas:problem:${code}`, status, code } });
  expect(answer.body).toMatchObject({ title: expect.any(String), detail: expect.any(String), requestId: expect.any(String) });
  expect(answer.head).toContain('Content-Type: application/problem+json');
  expect(answer.head).toContain('Connection: close');
  expect(closed).toBe(true);
}

describe('a request that two readers could understand differently is refused', () => {
  it.each([
    ['both lengths', `${post}${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['both lengths, the other way round', `${post}${host}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`],
    ['two lengths', `${post}${host}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello`],
    ['a length that is none', `${post}${host}Content-Length: +5\r\n\r\nhello`],
    ['an encoding that is not chunked', `${post}${host}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['chunked that is not last', `${post}${host}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`],
    ['chunked in one line of two', `${post}${host}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n`],
    ['a blank before the colon', `${post}${host}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n`],
    ['a chunk whose length is none', `${post}${host}Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n`],
    ['lines that end without CR', 'GET /health/live HTTP/1.1\nHost: x\n\n'],
    ['a folded line', `${get}${host}X-Note: one\r\n two\r\n\r\n`],
    ['NUL in a header', `${get}${host}X-Note: a\0b\r\n\r\n`],
    ['no host', `${get}\r\n`],
    ['two hosts', `${get}${host}Host: y\r\n\r\n`],
  ])('%s', (_what, bytes) => expectRefusal(bytes, 400, 'malformed_request'));
});

describe('what is no HTTP/1.1 is refused', () => {
  it.each([
    ['a handshake of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['another version', `GET /health/live HTTP/2.0\r\n${host}\r\n`],
    ['no version', 'GET /health/live\r\n\r\n'],
    ['a method that nobody knows', `BREW /health/live HTTP/1.1\r\n${host}\r\n`],
  ])('%s', (_what, bytes) => expectRefusal(bytes, 400, 'malformed_request'));

  it('a tunnel', () => expectRefusal(`CONNECT x:80 HTTP/1.1\r\n${host}\r\n`, 404, 'not_found'));
});

describe('a head that is too large is refused', () => {
  it.each([
    ['in one line', `${get}${host}X-Note: ${long}\r\n\r\n`],
    ['in many lines', `${get}${host}${'x:y\r\n'.repeat(4000)}\r\n`],
    ['in its address', `GET /${long} HTTP/1.1\r\n${host}\r\n`],
  ])('%s', (_what, bytes) => expectRefusal(bytes, 431, 'headers_too_large'));

  it('beside the chunks of a body', () =>
    expectRefusal(`${post}${host}Transfer-Encoding: chunked\r\n\r\n5;${long}\r\nhello\r\n0\r\n\r\n`, 413, 'payload_too_large'));
});

describe('a method that an address does not have', () => {
  it.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE'])('%s is refused with those that it has', async (method) => {
    const { text } = await speak(api.port, `${method} /v1/parties HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);
    expect(answerIn(text)).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
    expect(text).toMatch(/^allow: GET, HEAD, POST\r$/im);
  });
});

describe('what Node would refuse without a word', () => {
  it('an expectation that nobody knows is not lived up to', async () => {
    const { text } = await speak(api.port, `${get}${host}Expect: miracles\r\nConnection: close\r\n\r\n`);
    expect(answerIn(text)).toMatchObject({ status: 200, body: { status: 'ok' } });
  });
});

describe('on a connection that was good before', () => {
  it('is refused with the same words', async () => {
    const socket = connect(api.port, '127.0.0.1');
    const heard = hear(socket);
    socket.write(`${get}${host}\r\n`);
    socket.once('data', () => socket.write(`BREW / HTTP/1.1\r\n${host}\r\n${get}${host}\r\n`));
    const { text, closed } = await heard;
    expect(text.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
    expect(closed).toBe(true);
  });

  it('is cut off rather than answered in the middle of an answer', async () => {
    const socket = connect(api.port, '127.0.0.1');
    const large = `GET /v1/docs/assets/swagger-ui-bundle.js HTTP/1.1\r\n${host}\r\n`;
    socket.write(large.repeat(10));
    await new Promise((resolve) => socket.once('readable', resolve));
    socket.write('BREW / HTTP/1.1\r\n\r\n');
    const { text, closed } = await hear(socket);
    expect(closed).toBe(true);
    expect(text).not.toContain('HTTP/1.1 400');
  });
});
