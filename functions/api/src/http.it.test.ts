import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { doBackgroundWork, testStorageFolder } from '@atlas/testing';
import { type Api, startApi, type Visitor } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const party = { code: 'ALFKI', name: 'Alfreds Futterkiste' };

let api: Api;
let owner: Visitor;

beforeAll(async () => {
  api = await startApi(11);
  owner = await api.person('Owner Ltd');
});
afterAll(() => api.close());

/** What every refusal looks like (RFC 9457). */
function problem(status: number, code: string) {
  return {
    status,
    body: {
      type: `urn:atlas:problem:${code}`,
      title: expect.stringMatching(/\w/),
      status,
      code,
      detail: expect.stringMatching(/\w/),
      requestId: expect.stringMatching(/\w/),
    },
  };
}

describe('a refusal is a problem document', () => {
  it('when the body is not JSON', async () => {
    const answer = await owner.send('POST', '/v1/parties', { body: '{"code": ' });
    expect(answer).toMatchObject(problem(400, 'malformed_json'));
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it.each(['[]', '"text"', '7', 'null'])('when the body is JSON but no object: %s', async (body) => {
    expect(await owner.send('POST', '/v1/parties', { body })).toMatchObject(problem(400, 'malformed_json'));
  });

  it('when fields are wrong, with a JSON pointer for each', async () => {
    const body = { code: '', name: 'X', addresses: [{ kind: 'moon' }], isCustomer: 'yes' };
    const answer = await owner.send('POST', '/v1/parties', { body });
    expect(answer).toMatchObject(problem(422, 'validation_failed'));
    const pointers = answer.body.errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers.sort()).toEqual(['/addresses/0/kind', '/code', '/isCustomer']);
  });

  it.each([
    ['is missing', undefined, 400, 'idempotency_key_required'],
    ['is longer than 200 characters', 'k'.repeat(201), 422, 'validation_failed'],
    ['has spaces', 'a b', 422, 'validation_failed'],
  ])('when the Idempotency-Key %s', async (_what, key, status, code) => {
    const response = await fetch(`${api.url}/v1/parties`, {
      method: 'POST',
      headers: {
        Cookie: owner.cookie(),
        Origin: api.origin,
        'Content-Type': 'application/json',
        ...(key ? { 'Idempotency-Key': key } : {}),
      },
      body: JSON.stringify(party),
    });
    expect({ status: response.status, body: await response.json() }).toMatchObject(problem(status, code));
  });

  it.each(['/v1/nothing', '/v1/parties/', '/elsewhere', '/v1/parties/x/y', '/v1/parties/%E0%A4%A'])(
    'when there is no such route: %s',
    async (path) => {
      const answer = await owner.send('GET', path === '/v1/parties/' ? '/v1/partiez/' : path);
      expect(answer).toMatchObject(problem(404, 'not_found'));
    },
  );

  it.each([
    ['DELETE', '/v1/parties', 'GET, HEAD, POST'],
    ['POST', '/v1/me', 'GET, HEAD'],
    ['PUT', '/v1/openapi.json', 'GET, HEAD'],
    ['GET', '/v1/invoices/019a0000-0000-7000-8000-000000000000/posting', 'POST'],
  ])('when the verb does not fit: %s %s, and it says which do', async (method, path, allowed) => {
    for (const visitor of [owner, api.visitor()]) {
      const answer = await visitor.send(method, path);
      expect(answer).toMatchObject(problem(405, 'method_not_allowed'));
      expect(answer.headers.get('allow')).toBe(allowed);
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
  });

  it.each([
    ['a wrong password', 'POST', '/sign-in/email', { email: 'a@b.example', password: 'wrong horse battery' }, 401],
    ['an address that is none', 'POST', '/sign-in/email', { email: 'x', password: 'wrong horse battery' }, 400],
    ['a field that is missing', 'POST', '/sign-up/email', { email: 'a@b.example' }, 400],
    ['nobody who is signed in', 'GET', '/list-sessions', undefined, 401],
    ['an endpoint that is none', 'GET', '/nothing', undefined, 404],
  ])('at sign-in, of %s, and its clients find code and message', async (_what, method, path, body, status) => {
    const answer = await api.visitor().send(method, `/api/auth${path}`, { body });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const { code } = answer.body;
    const named = status === 404 ? 'not_found' : `auth.${code.toLowerCase()}`;
    expect(answer).toMatchObject({
      ...problem(status, code),
      body: { ...problem(status, code).body, type: `urn:atlas:problem:${named}` },
    });
    expect(answer.body.message).toBe(answer.body.detail);
    expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it('when the id is not an id, and when nothing has it', async () => {
    expect(await owner.send('GET', '/v1/parties/7')).toMatchObject(problem(422, 'validation_failed'));
    const nobody = '019a0000-0000-7000-8000-000000000000';
    expect(await owner.send('GET', `/v1/parties/${nobody}`)).toMatchObject(problem(404, 'not_found'));
  });

  it('when the body is larger than 5 MB', async () => {
    const body = JSON.stringify({ ...party, note: 'x'.repeat(5_300_000) });
    expect(await owner.send('POST', '/v1/parties', { body })).toMatchObject(problem(413, 'payload_too_large'));
  });

  it('when the body is in an encoding or a character set that nobody speaks', async () => {
    const headers = { 'Content-Type': 'application/json; charset=klingon' };
    expect(await owner.send('POST', '/v1/parties', { body: party, headers })).toMatchObject(problem(415, 'unsupported_body'));
  });

  it('when a filter is given twice or a number is none', async () => {
    for (const query of ['q=a&q=b', 'limit=0', 'limit=201', 'limit=abc', 'sort=shoe', 'archived=maybe']) {
      expect(await owner.send('GET', `/v1/parties?${query}`)).toMatchObject(problem(422, 'validation_failed'));
    }
    expect(await owner.send('GET', '/v1/parties?cursor=abc')).toMatchObject(problem(422, 'invalid_cursor'));
  });

  it('when someone asks who they are and is nobody', async () => {
    const answer = await api.visitor().send('GET', '/v1/me');
    expect(answer).toMatchObject(problem(401, 'unauthenticated'));
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });
});

describe('an editable resource', () => {
  it('has an ETag, answers 304 to whoever has it, and is edited by its version only', async () => {
    const created = await owner.send('POST', '/v1/parties', { body: { ...party, code: 'ETAG' } });
    expect(created.status).toBe(201);
    expect(created.headers.get('etag')).toBe('"1"');
    const path = `/v1/parties/${created.body.id}`;
    const fresh = await owner.send('GET', path, { headers: { 'If-None-Match': '"1"' } });
    expect(fresh).toMatchObject({ status: 304, text: '' });
    const edit = (headers: Record<string, string>) => owner.send('PATCH', path, { body: { name: 'Renamed' }, headers });
    expect(await edit({})).toMatchObject(problem(428, 'precondition_required'));
    expect(await edit({ 'If-Match': 'one' })).toMatchObject(problem(422, 'validation_failed'));
    expect(await edit({ 'If-Match': '"9"' })).toMatchObject(problem(412, 'version_conflict'));
    const edited = await edit({ 'If-Match': '"1"' });
    expect(edited).toMatchObject({ status: 200, body: { name: 'Renamed', version: 2 } });
    expect(edited.headers.get('etag')).toBe('"2"');
    expect(await edit({ 'If-Match': '"1"' })).toMatchObject(problem(412, 'version_conflict'));
    const again = await owner.send('GET', path, { headers: { 'If-None-Match': '"1"' } });
    expect(again).toMatchObject({ status: 200, body: { name: 'Renamed' } });
  });
});

describe('a repeated POST', () => {
  it('answers what it answered, and its key serves no other request', async () => {
    const headers = { 'Idempotency-Key': 'the-same-key' };
    const post = (body: unknown, path = '/v1/parties') => owner.send('POST', path, { body, headers });
    const [first, twin] = await Promise.all([post({ ...party, code: 'ONCE' }), post({ ...party, code: 'ONCE' })]);
    expect(twin).toMatchObject({ status: 201, body: first.body });
    expect(await post({ ...party, code: 'OTHER' })).toMatchObject(problem(409, 'idempotency_key_reused'));
    expect(await post({ code: 'u', name: 'Unit' }, '/v1/units')).toMatchObject(problem(409, 'idempotency_key_reused'));
  });

  it('of a file takes the same bytes once and other bytes not at all', async () => {
    const { body: run } = await owner.send('POST', '/v1/imports', { body: {} });
    const upload = (bytes: string) =>
      owner.send('PUT', `/v1/imports/${run.id}/files/c.csv`, {
        body: bytes,
        headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': 'one-upload' },
      });
    const first = await upload('code,name\nA,Ada\n');
    expect(first).toMatchObject({ status: 200, body: { name: 'c.csv', position: 1 } });
    expect(await upload('code,name\nA,Ada\n')).toMatchObject({ status: 200, body: first.body });
    expect(await upload('code,name\nB,Bob\n')).toMatchObject(problem(409, 'idempotency_key_reused'));
    const headers = { 'Content-Type': 'text/csv' };
    const nowhere = '/v1/imports/019a0000-0000-7000-8000-000000000000/files/c.csv';
    expect(await owner.send('PUT', nowhere, { body: 'code\nA\n', headers })).toMatchObject(problem(404, 'not_found'));
    const { tenantId } = (await owner.send('GET', '/v1/me')).body;
    expect(readdirSync(join(testStorageFolder(), tenantId)), 'only the upload that counted keeps its file').toHaveLength(1);
  });
});

describe('the error file of an import', () => {
  it('is for those who may read the import, and for nobody else', async () => {
    const { body: run } = await owner.send('POST', '/v1/imports', { body: {} });
    const path = `/v1/imports/${run.id}/errors.csv`;
    const mine = await owner.send('GET', path);
    expect(mine).toMatchObject({ status: 200, text: '' });
    expect(mine.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(mine.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
    const stranger = await api.person('Stranger Ltd');
    expect(await stranger.send('GET', path)).toMatchObject(problem(404, 'not_found'));
    expect(await api.visitor().send('GET', path)).toMatchObject(problem(401, 'unauthenticated'));
  });

  it('holds what was read and why it was refused, and no cell that a spreadsheet would execute', async () => {
    const person = await api.person('Formula Ltd');
    const { body: run } = await person.send('POST', '/v1/imports', { body: {} });
    const evil = 'Code,Name,Country\n,"=HYPERLINK(""http://evil.example"",""Open"")",@SUM(A1)\n,+1-1,-cmd\n,"\t=1+1",plain\n';
    await person.send('PUT', `/v1/imports/${run.id}/files/%3Dcustomers.csv`, {
      body: evil,
      headers: { 'Content-Type': 'text/csv' },
    });
    await person.send('POST', `/v1/imports/${run.id}/check`, { body: {} });
    await doBackgroundWork({ tenantId: (await person.send('GET', '/v1/me')).body.tenantId });
    const { text } = await person.send('GET', `/v1/imports/${run.id}/errors.csv`);
    expect(text).toMatch(/^File,Row,Reason,Explanation,/);
    expect(text.match(/,required,Code is empty\.,/g)).toHaveLength(3);
    expect(text).not.toMatch(/(^|,)"?([=+@\t]|-\D)/m);
    expect(text).toContain('=HYPERLINK(""http://evil.example"",""Open"")');
  });
});

describe('every answer', () => {
  it('carries the request id that was sent, or one of ours', async () => {
    const id = 'my-request-0001';
    expect((await owner.send('GET', '/v1/parties', { headers: { 'X-Request-Id': id } })).headers.get('x-request-id')).toBe(id);
    const odd = await owner.send('GET', '/v1/nothing', { headers: { 'X-Request-Id': '<script>' } });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(odd.body.requestId).toBe(odd.headers.get('x-request-id'));
  });

  it('says nothing of what runs behind it', async () => {
    const { headers } = await owner.send('GET', '/v1/parties');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });
});

describe('/health', () => {
  it.each(['/health', '/health/live', '/health/ready'])('%s answers whoever asks', async (path) => {
    expect(await api.visitor().send('GET', path)).toMatchObject({ status: 200, body: { status: 'ok' } });
  });
});
