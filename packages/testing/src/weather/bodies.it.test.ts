import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../api/visitor.ts';
import { openTenant, type Tenant } from '../crash/tenants.ts';
import { webOrigin } from '../services/program.ts';
import { type ApiProcess, startApiProcess } from './api-process.ts';
import { residentMb } from './wire.ts';

let api: ApiProcess;
let tenant: Tenant;

beforeAll(async () => {
  api = await startApiProcess();
  tenant = await openTenant(api.url, 'Weather Ltd');
});
afterAll(async () => {
  await api.stop();
  expect(api.said()).toBe('');
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  tenant.owner.send('POST', path, { body, headers });

/** Sends bytes as they are. */
async function postBytes(bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${api.url}/v1/parties`, {
    method: 'POST',
    headers: {
      Cookie: tenant.owner.cookie(),
      Origin: webOrigin,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
      ...headers,
    },
    body: bytes,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
}

const refusal = (status: number, code: string) => ({ status, body: { type: `urn:atlas:problem:${code}`, code } });
const megabyte = 'x'.repeat(1_000_000);

describe('a document', () => {
  const documentOf = (lines: number) => ({
    customerId: tenant.customerId,
    date: '2026-03-10',
    lines: Array.from({ length: lines }, () => ({ productId: tenant.productId, quantity: '1', unitPrice: '1' })),
  });
  const entryOf = (accountIds: string[], lines: number) => ({
    date: '2026-03-10',
    description: 'Long',
    lines: Array.from({ length: lines }, (_, index) => ({
      accountId: accountIds[index % 2],
      [index % 2 === 0 ? 'debit' : 'credit']: '1.00',
    })),
  });
  const tooManyLines = {
    ...refusal(422, 'validation_failed'),
    text: expect.stringContaining('"pointer":"/lines","code":"too_big"'),
  };

  it('of a thousand lines is posted, one of more is refused by its lines', async () => {
    const posted = await post('/v1/issued-invoices', documentOf(1000));
    expect(posted).toMatchObject({ status: 201, body: { net: { amount: '1000.00' }, gross: { amount: '1190.00' } } });
    for (const lines of [1001, 10_000]) {
      expect(await post('/v1/issued-invoices', documentOf(lines))).toMatchObject(tooManyLines);
      expect(await post('/v1/invoices', documentOf(lines))).toMatchObject(tooManyLines);
    }
  });

  it('in the ledger has a thousand lines as well', async () => {
    const { items } = (await tenant.owner.send('GET', '/v1/accounts?type=expense&limit=200')).body;
    const ids = items.filter((each: { isGroup: boolean }) => !each.isGroup).map((each: { id: string }) => each.id);
    expect(await post('/v1/journals', entryOf(ids, 1000))).toMatchObject({ status: 201, body: { total: { amount: '500.00' } } });
    expect(await post('/v1/journals', entryOf(ids, 10_000))).toMatchObject(tooManyLines);
  });

  it('with more that is wrong than anybody reads names the first hundred', async () => {
    const { status, body, text } = await post('/v1/issued-invoices', { ...documentOf(1), lines: Array(1000).fill({}) });
    expect({ status, errors: body.errors.length }).toEqual({ status: 422, errors: 100 });
    expect(text.length).toBeLessThan(20_000);
  });

  it('that is dear to check is refused before it is checked', async () => {
    const before = residentMb(api.pid);
    const invoices = Array(1000).fill({ lines: Array(1000).fill({}) });
    expect(await post('/v1/issued-invoices/batch', { invoices })).toMatchObject(refusal(413, 'payload_too_large'));
    expect(residentMb(api.pid) - before).toBeLessThan(150);
  });
});

describe('a text of a megabyte', () => {
  const nobody = '019a0000-0000-7000-8000-000000000000';

  it.each([
    ['/name', '/v1/parties', { code: 'A', name: megabyte }],
    ['/note', '/v1/parties', { code: 'A', name: 'A', note: megabyte }],
    ['/email', '/v1/parties', { code: 'A', name: 'A', email: `${megabyte}@example.com` }],
    ['/addresses/0/kind', '/v1/parties', { code: 'A', name: 'A', addresses: [{ kind: megabyte }] }],
    ['/salesPrice', '/v1/products', { code: 'A', name: 'A', salesPrice: '9'.repeat(1_000_000) }],
    ['/customerId', '/v1/invoices', { customerId: megabyte, date: '2026-03-10', lines: [] }],
    ['/date', '/v1/journals', { date: megabyte, description: 'A', lines: [] }],
    ['/baseCurrency', '/v1/company', { name: 'A', baseCurrency: megabyte, booksStartOn: '2026-01-01' }],
  ])('is refused by its field, %s, and not sent back', async (pointer, path, body) => {
    const answer = await post(path, body);
    expect(answer).toMatchObject(refusal(422, 'validation_failed'));
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(answer.text.length).toBeLessThan(20_000);
  });

  it('as the name of a field is not sent back either', async () => {
    const body = { kind: 'parties.customers', mapping: { [megabyte]: 'Code' } };
    const answer = await tenant.owner.send('PUT', `/v1/imports/${nobody}/files/1/mapping`, { body });
    expect(answer).toMatchObject(refusal(422, 'validation_failed'));
    expect(answer.body.errors[0].pointer).toMatch(/^\/mapping\/x{100}$/);
    expect(answer.text.length).toBeLessThan(2000);
  });

  it('is no name of a person', async () => {
    const body = { email: 'long@example.com', password: 'correct horse battery', name: megabyte };
    expect(await post('/api/auth/sign-up/email', body)).toMatchObject(refusal(413, 'payload_too_large'));
  });
});

describe('JSON', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

  it.each([
    ['in a field', `{"code":${deep}}`],
    ['in a field that nobody knows', `{"code":"D","name":"D","more":${deep}}`],
    ['of objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['that never ends', '['.repeat(1_000_000)],
  ])('of a hundred thousand levels is refused %s', async (_what, body) => {
    expect(await post('/v1/parties', body)).toMatchObject(refusal(400, 'malformed_json'));
    expect((await post('/api/auth/sign-in/email', body)).status).toBe(413);
  });

  it('may be as deep as brackets in a text look', async () => {
    expect((await post('/v1/parties', { code: 'BRACKETS', name: `"\\${'['.repeat(150)}` })).status).toBe(201);
  });

  it.each(['', '{', '{"code":}', '{"code":"A",}', "{'code':'A'}", '{"code":"A"}}', 'NaN'])(
    'that is none is refused: %s',
    async (body) => {
      const expected = body === '' ? refusal(422, 'validation_failed') : refusal(400, 'malformed_json');
      expect(await post('/v1/parties', body)).toMatchObject(expected);
    },
  );

  it('has no bytes that are no UTF-8', async () => {
    const around = [Buffer.from('{"code":"UTF","name":"'), Buffer.from('"}')] as const;
    const bytes = (...middle: number[]) => new Uint8Array(Buffer.concat([around[0], Buffer.from(middle), around[1]]));
    for (const broken of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf5, 0x80, 0x80, 0x80]])
      expect(await postBytes(bytes(...broken))).toMatchObject(refusal(400, 'malformed_json'));
    expect(await postBytes(bytes(0xc3, 0xa4))).toMatchObject({ status: 201, body: { name: 'ä' } });
  });

  it('in another form is refused, whatever it is called', async () => {
    const party = JSON.stringify({ code: 'FORM', name: 'Form' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])
      expect(await post('/v1/parties', party, { 'Content-Type': type })).toMatchObject(refusal(415, 'unsupported_body'));
    for (const charset of ['utf-16', 'iso-8859-1', 'utf-7'])
      expect(await post('/v1/parties', party, { 'Content-Type': `application/json; charset=${charset}` })).toMatchObject(
        refusal(415, 'unsupported_body'),
      );
    expect(await post('/v1/parties', party, { 'Content-Encoding': 'rot13' })).toMatchObject(refusal(415, 'unsupported_body'));
    expect(await post('/api/auth/sign-in/email', 'a=b', { 'Content-Type': 'text/plain' })).toMatchObject(
      refusal(415, 'unsupported_body'),
    );
  });

  it('is not asked of a file, which may be in any form but this', async () => {
    const { id } = (await post('/v1/imports', {})).body;
    const upload = (type: string, body: string) =>
      tenant.owner.send('PUT', `/v1/imports/${id}/files/a.csv`, { body, headers: { 'Content-Type': type } });
    expect(await upload('application/json', '{}')).toMatchObject(refusal(415, 'unsupported_body'));
    expect(await upload('text/csv; charset=windows-1252', 'code,name\nA,Ada\n')).toMatchObject({ status: 200 });
  });

  it('that grows when it is unpacked is measured unpacked', async () => {
    const before = residentMb(api.pid);
    const bomb = Buffer.from(`{"code":"A","note":"${'x'.repeat(50_000_000)}"}`);
    const packed = (bytes: Buffer) => new Uint8Array(bytes);
    for (const [encoding, bytes] of [
      ['gzip', gzipSync(bomb)],
      ['br', brotliCompressSync(bomb)],
    ] as const)
      expect(await postBytes(packed(bytes), { 'Content-Encoding': encoding })).toMatchObject(refusal(413, 'payload_too_large'));
    expect(residentMb(api.pid) - before).toBeLessThan(150);
  });

  it('that is too large is refused, announced or not', async () => {
    const body = `{"note":"${'x'.repeat(6_000_000)}"}`;
    expect(await post('/v1/parties', body)).toMatchObject(refusal(413, 'payload_too_large'));
    const response = await fetch(`${api.url}/v1/parties`, {
      method: 'POST',
      headers: { Cookie: tenant.owner.cookie(), 'Content-Type': 'application/json' },
      body: new Blob([body]).stream(),
      duplex: 'half',
    } as RequestInit);
    expect({ status: response.status, body: await response.json() }).toMatchObject(refusal(413, 'payload_too_large'));
  });
});
