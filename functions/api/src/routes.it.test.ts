import { pathParameters, type Route } from '@atlas/contract';
import { modules } from '@atlas/modules';
import { type Answer, type Api, startApi, type Visitor } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const nobody = '019a0000-0000-7000-8000-000000000000';
const operations = modules.flatMap((module) => module.operations.map(({ kind, route }) => ({ kind, route: route as Route })));

let api: Api;
let owner: Visitor;
let member: Visitor;

beforeAll(async () => {
  api = await startApi(14);
  owner = await api.person('Owner Ltd');
  member = await api.member(owner);
});
afterAll(() => api.close());

/** What changes the books in nothing: whoever may read a report or an invoice may take it along as a file. */
const takenAlong = ['accounting.report.export', 'einvoicing.invoice.print'];

/** Asks for a route about a record that does not exist, with an empty body. */
function ask(visitor: Visitor, { method, path, body }: Route): Promise<Answer> {
  const url = pathParameters(path).reduce((text, name) => text.replace(`{${name}}`, nobody), `/v1${path}`);
  const headers = { 'If-Match': '"1"', ...(body === 'binary' ? { 'Content-Type': 'application/octet-stream' } : {}) };
  return visitor.send(method, url, method === 'GET' || method === 'DELETE' ? { headers } : { headers, body: {} });
}

describe('every route', () => {
  it.each(operations)('$route.name answers nobody', async ({ route }) => {
    expect(await ask(api.visitor(), route)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });

  it.each(operations)('$route.name lets a member read and not write', async ({ kind, route }) => {
    const { status, body } = await ask(member, route);
    if ((kind === 'command' && !takenAlong.includes(route.name)) || route.house)
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'forbidden' });
    else expect([200, 404, 409, 422]).toContain(status);
  });

  it.each(operations)('$route.name tells an owner of an empty workspace what is wrong, or answers', async ({ route }) => {
    const { status, headers, body } = await ask(owner, route);
    expect(status, body?.code).toBeLessThan(500);
    const expected = status < 300 ? 'application/json' : 'application/problem+json';
    expect(headers.get('content-type')).toContain(expected);
    expect(headers.get('x-request-id')).toMatch(/\w/);
  });
});
