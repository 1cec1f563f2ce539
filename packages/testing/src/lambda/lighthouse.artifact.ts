import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Person, signUp } from '../api/visitor.ts';
import { testDatabase } from '../database.ts';
import { environmentOn } from '../services/program.ts';
import { testStorageFolder } from '../world.ts';
import { type Looker, openLooker } from './lighthouse.ts';
import { openSite, type Site } from './site.ts';

let site: Site;
let looker: Looker;
let owner: Person;

beforeAll(async () => {
  const { urls } = await testDatabase();
  const ground = { urls, redisUrl: `${inject('redisUrl')}/15`, storageFolder: testStorageFolder() };
  [site, looker] = await Promise.all([
    openSite({ apiPort: 0, sitePort: 0, environment: environmentOn(ground), besides: {} }),
    openLooker(['accessibility', 'best-practices']),
  ]);
  owner = await signUp(site.url, 'Owner Ltd');
  await owner.send('POST', '/v1/company', { body: { name: 'Owner Ltd', baseCurrency: 'EUR', booksStartOn: '2026-01-01' } });
});
afterAll(() => Promise.all([looker.close(), site.close()]));

// How fast a page is depends on the machine: `npm run bench -- lighthouse` asks that too.
const spotless = { accessibility: 100, bestPractices: 100, lacking: [] };

it('Lighthouse finds nothing wrong with the first page of strangers', async () => {
  expect(await looker.look(`${site.url}/sign-in`)).toMatchObject(spotless);
});

it('Lighthouse finds nothing wrong with the dashboard of somebody signed in', async () => {
  expect(await looker.look(`${site.url}/`, owner.cookie())).toMatchObject(spotless);
});
