import { type Api, startApi, type Visitor } from '@atlas/testing/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const receipt = '%PDF-1.7\nA receipt\n';

describe('the bytes of an attached file', () => {
  let api: Api;
  let owner: Visitor;

  beforeAll(async () => {
    api = await startApi(12);
    owner = await api.person('Owner Ltd');
    const company = { name: 'Owner Ltd', baseCurrency: 'EUR', booksStartOn: '2026-01-01' };
    await owner.send('POST', '/v1/company', { body: company });
  });
  afterAll(() => api.close());

  it('are for the disk of those who may read of it, and for nobody else', async () => {
    const draft = { date: '2026-02-10', description: 'Rent', lines: [] };
    const { body: journal } = await owner.send('POST', '/v1/journal-drafts', { body: draft });
    const files = `/v1/journals/${journal.id}/attachments`;
    const headers = { 'Content-Type': 'text/html' };
    const name = encodeURIComponent('Quittung Nº 1 "März".pdf');
    const added = await owner.send('PUT', `${files}/${name}`, { body: receipt, headers });
    expect(added).toMatchObject({ status: 200, body: { contentType: 'application/pdf' } });
    const path = `${files}/${added.body.id}/content`;
    const answer = await owner.send('GET', path);
    expect(answer).toMatchObject({ status: 200, text: receipt });
    expect(answer.headers.get('content-type')).toMatch(/^application\/pdf/);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const page = await owner.send('PUT', `${files}/page.pdf`, { body: '<html>', headers });
    expect(page).toMatchObject({ status: 422, body: { code: 'attachment_type' } });
    const stranger = await api.person('Stranger Ltd');
    expect(await stranger.send('GET', path)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await api.visitor().send('GET', path)).toMatchObject({ status: 401 });
  });
});
