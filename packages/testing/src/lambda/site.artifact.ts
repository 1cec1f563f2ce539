import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { newVisitor, type Person, signUp } from '../api/visitor.ts';
import { testDatabase } from '../database.ts';
import { environmentOn } from '../services/program.ts';
import { testStorageFolder } from '../world.ts';
import { usualHeaders } from './distribution.ts';
import { openNextServer } from './next-server.ts';
import { openSite, type Site } from './site.ts';
import { webFunction } from './web-function.ts';

const megabyte = 1_000_000;
const web = join(import.meta.dirname, '..', '..', '..', '..', 'web');
const json = (...path: string[]) => JSON.parse(readFileSync(join(web, ...path), 'utf8'));

let site: Site;
let next: { readonly url: string; close(): Promise<void> };
let owner: Person;

beforeAll(async () => {
  const { urls } = await testDatabase();
  const ground = { urls, redisUrl: `${inject('redisUrl')}/15`, storageFolder: testStorageFolder() };
  site = await openSite({ apiPort: 0, sitePort: 0, environment: environmentOn(ground), besides: {} });
  next = await openNextServer(site.url);
  owner = await signUp(site.url, 'Owner Ltd');
});
afterAll(() => Promise.all([site.close(), next.close()]));

describe("the web app's function", () => {
  it('is small enough to start soon: 20 MB, 5 MB as it is shipped', () => {
    const { folder } = webFunction({});
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
    const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
    expect(sum(files.map(({ length }) => length))).toBeLessThan(20 * megabyte);
    expect(sum(files.map((file) => gzipSync(file).length))).toBeLessThan(5 * megabyte);
  });

  it('takes no program of the repository along', () => {
    const { folder } = webFunction({});
    const taken = readdirSync(join(folder, 'node_modules'));
    expect(taken.sort()).toEqual(['@next', 'client-only', 'next', 'react', 'react-dom', 'styled-jsx']);
  });

  it('keeps no page, so that there is no cache to deploy and none to refresh', () => {
    const { routes, dynamicRoutes } = json('.next', 'prerender-manifest.json');
    expect(Object.keys(routes).sort()).toEqual(['/_global-error', '/icon.svg']);
    expect(dynamicRoutes).toEqual({});
    expect(json('.open-next', 'open-next.output.json').additionalProps).toMatchObject({
      disableIncrementalCache: true,
      disableTagCache: true,
    });
    expect(existsSync(join(web, '.open-next', 'cache'))).toBe(false);
  });
});

/** What a browser is told, without what is another each time. */
async function told(url: string, path: string, headers: Readonly<Record<string, string>>) {
  const answer = await fetch(`${url}${path}`, { redirect: 'manual', headers });
  const named = (name: string) => answer.headers.get(name)?.replaceAll(/'nonce-[^']+'/g, "'nonce'");
  const text = await answer.text();
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1];
  const scripts = [...text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  return {
    status: answer.status,
    language: /<html[^>]* lang="(\w+)"/.exec(text)?.[1],
    title: /<title>([^<]*)</.exec(text)?.[1],
    scriptsWithoutNonce: nonce ? scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`)) : [],
    headers: [
      'cache-control',
      'content-security-policy',
      'content-type',
      'cross-origin-opener-policy',
      'location',
      'permissions-policy',
      'referrer-policy',
      'x-content-type-options',
      'x-frame-options',
      'x-powered-by',
    ].map((name) => [name, named(name)]),
  };
}

describe('the site tells browsers what `npm start` tells them', () => {
  const somebody = () => ({ cookie: owner.cookie() });
  const cases: readonly (readonly [path: string, who: string, headers: () => Record<string, string>])[] = [
    ['/', 'a stranger', () => ({})],
    ['/', 'somebody signed in', somebody],
    ['/customers', 'a stranger', () => ({})],
    ['/customers?sort=code&text=%C3%A4%20%26', 'somebody signed in', somebody],
    ['/customers/', 'somebody signed in', somebody],
    ['/sign-in', 'a stranger', () => ({})],
    ['/sign-in', 'somebody signed in', somebody],
    ['/sign-in', 'who reads German', () => ({ 'accept-language': 'de-DE,de;q=0.9' })],
    ['/sign-in', 'who chose German', () => ({ cookie: 'atlas_language=de; other=1' })],
    ['/no/such/page', 'a stranger', () => ({})],
    ['/no/such/page', 'somebody signed in', somebody],
    ['/invoices/%E2%82%AC', 'somebody signed in', somebody],
    ['/platform', 'somebody signed in', somebody],
  ];

  it.each(cases)('%s to %s', async (path, _, headers) => {
    const [here, there] = [await told(site.url, path, headers()), await told(next.url, path, headers())];
    // Where the server says nothing, as when it only leads elsewhere, the distribution does.
    const silent = there.headers.filter(([name = '', value]) => value === undefined && name in usualHeaders);
    const said = there.headers.map(([name = '', value]) => [name, value ?? usualHeaders[name]]);
    expect(silent.length === 0 || there.status >= 300).toBe(true);
    expect(here).toEqual({ ...there, headers: said });
    expect(here.scriptsWithoutNonce).toEqual([]);
  });

  it('a part of a page, which a browser asks for that has the rest', async () => {
    const headers = { cookie: owner.cookie(), rsc: '1', accept: '*/*' };
    const here = await told(site.url, '/customers?_rsc=abc', headers);
    const { headers: said, ...there } = await told(next.url, '/customers?_rsc=abc', headers);
    expect(here).toEqual({ ...there, headers: said.map(([name = '', value]) => [name, value ?? usualHeaders[name]]) });
  });
});

describe('the one address', () => {
  it('has the API, which sets more cookies than one', async () => {
    const { status, headers } = await newVisitor(site.url).send('POST', '/api/auth/sign-up/email', {
      body: { email: `${crypto.randomUUID()}@example.com`, password: 'correct horse battery', name: 'Ada' },
    });
    expect(status).toBe(200);
    expect(headers.getSetCookie().length).toBeGreaterThan(0);
    const parties = await owner.send('GET', '/v1/parties');
    expect([parties.status, parties.body.items]).toEqual([200, []]);
  });

  it('has the files of the page, which a browser keeps for good', async () => {
    const html = await (await fetch(`${site.url}/sign-in`)).text();
    const [path = ''] = /\/_next\/static\/[^"]+\.js/.exec(html) ?? [];
    const answer = await fetch(`${site.url}${path}`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
    expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect([answer.headers.get('x-content-type-options'), answer.headers.get('x-frame-options')]).toEqual(['nosniff', 'DENY']);
    const original = readFileSync(join(web, '.next', path.replace('/_next/', '')), 'utf8');
    expect(await answer.text()).toBe(original);
  });

  it('says with every file that it runs nothing, and over no page', async () => {
    const policyOf = async (path: string) => (await fetch(`${site.url}${path}`)).headers.get('content-security-policy');
    expect(await policyOf('/icon.svg')).toMatch(/^default-src 'none';/);
    expect(await policyOf('/_next/static/chunks/none.js')).toMatch(/^default-src 'none';/);
    expect(await policyOf('/sign-in')).toMatch(/^default-src 'self'; script-src 'self' 'nonce-/);
  });

  it('knows where somebody signed in, whatever they say', async () => {
    const visitor = newVisitor(site.url);
    const body = { email: `${crypto.randomUUID()}@example.com`, password: 'correct horse battery', name: 'Ada' };
    const headers = { 'cloudfront-viewer-city': 'Atlantis', 'x-atlas-client-place': 'Atlantis' };
    await visitor.send('POST', '/api/auth/sign-up/email', { body, headers });
    const { session } = (await visitor.send('GET', '/api/auth/get-session')).body;
    expect(session.place).toBe('Frankfurt am Main, DE');
  });

  it('is the only one of the API', async () => {
    expect((await fetch(`${site.apiUrl}/v1/sign-in-methods`)).status).toBe(403);
    expect((await fetch(`${site.url}/v1/sign-in-methods`)).status).toBe(200);
  });

  it('has no mailbox to look into', async () => {
    expect((await fetch(`${site.url}/dev/mail`)).status).toBe(404);
  });

  it('does not ask the function for a file of another build', async () => {
    expect((await fetch(`${site.url}/_next/static/chunks/none.js`)).status).toBe(403);
  });
});
