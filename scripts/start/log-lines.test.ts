import { expect, test } from 'vitest';
import { lineOf } from './log-lines.ts';

const record = (fields: object) => JSON.stringify({ level: 30, time: '2026-01-01T00:00:00.000Z', name: 'api', ...fields });

test('a request is one short line', () => {
  const raw = record({
    method: 'POST',
    path: '/v1/journals',
    status: 201,
    ms: 4.2,
    requestId: 'r',
    tenantId: 't',
    msg: 'request',
  });
  expect(lineOf(raw)).toEqual({ text: 'POST /v1/journals 201 4.2 ms', tone: 'plain' });
});

test('a request that failed names its id', () => {
  const raw = record({ method: 'GET', path: '/v1/me', status: 500, ms: 1, requestId: 'r-1', msg: 'request' });
  expect(lineOf(raw)).toEqual({ text: 'GET /v1/me 500 1 ms request=r-1', tone: 'bad' });
});

test('health checks that succeed are not shown', () => {
  expect(lineOf(record({ method: 'GET', path: '/health', status: 200, ms: 1, msg: 'request' }))).toBeNull();
  expect(lineOf(record({ method: 'GET', path: '/health', status: 503, ms: 1, msg: 'request' }))?.tone).toBe('bad');
});

test('an error shows its stack', () => {
  expect(lineOf(record({ level: 50, msg: 'failed', err: { message: 'no', stack: 'Error: no\n  at x' } }))).toEqual({
    text: 'failed\nError: no\n  at x',
    tone: 'bad',
  });
});

test('other fields are named', () => {
  expect(lineOf(record({ msg: 'ready', port: 4000 }))?.text).toBe('ready port=4000');
});

test('plain text stays, without colours; blanks and braces that are no record are told apart', () => {
  expect(lineOf('\u001b[32mready\u001b[0m')).toEqual({ text: 'ready', tone: 'plain' });
  expect(lineOf('   ')).toBeNull();
  expect(lineOf('{ not json')?.text).toBe('{ not json');
});
