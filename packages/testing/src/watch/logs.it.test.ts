import type { ChildProcess } from 'node:child_process';
import { figureGroups } from '@atlas/platform';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type LogQuery, queries } from '../../../../stacks/foundation/watch/queries.ts';
import { type Person, signUp } from '../api/visitor.ts';
import { asAdministrator, testDatabase, useOwnDatabase } from '../database.ts';
import { freePort, spawnProgram, stopChild } from '../services/index.ts';
import { testStorageFolder } from '../world.ts';
import { hasField, type Line, linesOf, until } from './lines.ts';

useOwnDatabase();

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const trace = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
// Nobody listens to spans there: lines only say that they are told.
const daemon = { AWS_XRAY_DAEMON_ADDRESS: '127.0.0.1:9' };
const watched = { LOG_LEVEL: 'info', STAGE: 'trial', RELEASE: 'abc1234', METRICS: 'true', ...daemon };

let programs: readonly ChildProcess[] = [];
let api: Line[];
let worker: Line[];
let person: Person;
let tenantId: string;

const find = (lines: readonly Line[], wanted: Readonly<Record<string, unknown>>) =>
  lines.find((line) => Object.entries(wanted).every(([name, value]) => line[name] === value));
const untilTold = (lines: () => readonly Line[], wanted: Readonly<Record<string, unknown>>) =>
  until(JSON.stringify(wanted), () => find(lines(), wanted));

/** An import from a browser: what it asks last carries a trace. */
async function importCustomers(): Promise<void> {
  const { body } = await person.send('POST', '/v1/imports', { body: {} });
  const headers = { 'Content-Type': 'application/octet-stream' };
  const file = 'CustomerID,CompanyName\nC1,Customer One\n';
  expect((await person.send('PUT', `/v1/imports/${body.id}/files/customers.csv`, { body: file, headers })).status).toBeLessThan(
    300,
  );
  await person.send('POST', `/v1/imports/${body.id}/check`, { body: {} });
  await untilTold(() => worker, { msg: 'job done' });
  expect((await person.send('POST', `/v1/imports/${body.id}/run`, { body: {}, headers: trace })).status).toBeLessThan(300);
}

beforeAll(async () => {
  const { urls } = await testDatabase();
  const ground = { urls, redisUrl: `${inject('redisUrl')}/30`, storageFolder: testStorageFolder() };
  const port = await freePort();
  const [server, jobs] = [
    spawnProgram('api', ground, { ...watched, API_PORT: String(port) }),
    spawnProgram('worker', ground, watched),
  ];
  programs = [server, jobs];
  [api, worker] = [linesOf(server), linesOf(jobs)];
  await untilTold(() => api, { msg: 'ready' });
  person = await signUp(`http://127.0.0.1:${port}`, 'Watched Ltd');
  await importCustomers();
  await untilTold(() => worker, { msg: 'job done', traceId });
  tenantId = String(find(worker, { msg: 'job done', traceId })?.tenantId);
  // A message that nobody can read: its job fails.
  await asAdministrator(
    `insert into outbox_messages (tenant_id, id, name, payload, request_id, trace_id)
     select tenant_id, gen_random_uuid(), name, '{}', 'a-broken-request', $2 from outbox_messages where tenant_id = $1 and trace_id = $2
       and name = 'imports.import.run_requested'`,
    [tenantId, traceId],
  );
  await untilTold(() => worker, { msg: 'job failed' });
}, 120_000);
afterAll(() => Promise.all(programs.map((program) => stopChild(program, 'SIGTERM'))));

describe('a trace', () => {
  it('goes from the browser to the job, and on to what the job sets off', async () => {
    const request = find(api, { traceId, method: 'POST' });
    expect(request).toMatchObject({ msg: 'request', tenantId, xrayTraceId: '1-4bf92f35-77b34da6a3ce929d0e0e4736' });
    expect(find(worker, { traceId, msg: 'job done' })).toMatchObject({ tenantId, requestId: request?.requestId });
    const told = await asAdministrator<{ name: string }>(
      "select distinct name from outbox_messages where trace_id = $1 and request_id <> 'a-broken-request'",
      [traceId],
    );
    expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining(['parties.party.created']));
  });

  it('is a new one for each request that brings none', () => {
    const ids = api.filter(({ msg }) => msg === 'request').map((line) => line.traceId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a line of the log', () => {
  it('says where it comes from', () => {
    for (const [name, lines] of Object.entries({ api, worker }))
      for (const line of lines) expect(line).toMatchObject({ name, stage: 'trial', release: 'abc1234' });
  });

  /** What a query asks of a line, by the names of its fields; what it computes has names of its own. */
  const asked = ({ fields = [], filters, stats = '', sort }: LogQuery): string[] => {
    const computed = [...stats.matchAll(/ as (\w+)/g)].map(([, name]) => name);
    const words = `${filters.join(' ')} ${stats} ${sort}`.replaceAll(/'[^']*'/g, '').match(/@?[a-z][\w.]*(?!\w*\()/gi) ?? [];
    const language = ['as', 'by', 'asc', 'desc', ...computed];
    return [...fields, ...words].filter((word) => !word.startsWith('@') && !language.includes(word));
  };

  it.each(queries.map((query) => [query.name, query] as const))('has what the query %s asks for', (_name, query) => {
    const kind = /msg = '([^']+)'/.exec(query.filters.join(' '))?.[1];
    const lines = [...api, ...worker].filter(({ msg }) => kind === undefined || msg === kind);
    expect(lines.length).toBeGreaterThan(0);
    expect(asked(query).filter((field) => !lines.some((line) => hasField(line, field)))).toEqual([]);
  });
});

describe('the figures in the log', () => {
  type Directive = { Namespace: string; Dimensions: string[][]; Metrics: { Name: string; Unit: string }[] };
  const directives = () =>
    [...api, ...worker].flatMap((line) =>
      ((line._aws as { CloudWatchMetrics: Directive[] } | undefined)?.CloudWatchMetrics ?? []).map((directive) => ({
        line,
        directive,
      })),
    );

  it('stand where their line says, as CloudWatch reads them', () => {
    expect(directives().length).toBeGreaterThan(5);
    for (const { line, directive } of directives()) {
      expect(directive.Namespace).toBe('Atlas');
      expect(line.Stage).toBe('trial');
      for (const name of directive.Dimensions.flat()) expect(line[name], name).toBeTypeOf('string');
      for (const { Name } of directive.Metrics) expect(line[Name], Name).toBeTypeOf('number');
    }
  });

  it('are those of every group but that of functions, which start as no server does', () => {
    const seen = new Set(
      directives().map(({ directive }) => JSON.stringify([directive.Dimensions, directive.Metrics.map(({ Name }) => Name)])),
    );
    const { start: _start, ...groups } = figureGroups;
    const expected = Object.values(groups).map(({ dimensions, figures }) => JSON.stringify([dimensions, Object.keys(figures)]));
    expect([...seen].sort()).toEqual(expected.sort());
  });
});
