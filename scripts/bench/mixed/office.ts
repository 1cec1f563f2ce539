import type pg from 'pg';
import type { Door } from '../stage.ts';
import { must, newUser, type User } from './user.ts';

/** A company and what its people have in front of them: they work on the same few records. */
export type Office = {
  readonly people: readonly User[];
  readonly customers: string[];
  readonly products: string[];
  readonly accounts: string[];
  readonly taxCodeId: string;
  /** Drafts that were not seen posted or deleted. */
  readonly drafts: string[];
  readonly invoices: string[];
  readonly journals: string[];
};

const password = 'correct horse battery';
const peoplePerOffice = 5;
const customersPerOffice = 30;
const productsPerOffice = 20;

type Person = { readonly user: User; readonly id: string };

async function signUp(door: Door, name: string): Promise<Person> {
  const user = newUser(door);
  const answer = await must(user, 'POST', '/api/auth/sign-up/email', { email: `${name}@atlas.example`, password, name });
  return { user, id: answer.user.id };
}

/** Brings colleagues into a workspace; the letters of invitation are left out. */
async function hire(organizationId: string, colleagues: readonly Person[], admin: pg.Pool): Promise<void> {
  for (const { user, id } of colleagues) {
    await admin.query(
      `insert into identity.members (id, organization_id, user_id, role, created_at) values (gen_random_uuid(), $1, $2, 'admin', now())`,
      [organizationId, id],
    );
    await must(user, 'POST', '/api/auth/organization/set-active', { organizationId });
  }
}

const createMany = (user: User, count: number, path: string, body: (index: number) => unknown): Promise<string[]> =>
  Array.from({ length: count }).reduce<Promise<string[]>>(
    async (ids, _, index) => [...(await ids), (await must(user, 'POST', path, body(index))).id],
    Promise.resolve([]),
  );

/** Opens a company with open books, customers, products and five people who may do everything. */
export async function openOffice(door: Door, admin: pg.Pool, name: string): Promise<Office> {
  const names = Array.from({ length: peoplePerOffice }, (_, index) => `${name}-${index}`);
  const [owner, ...colleagues] = await Promise.all(names.map((each) => signUp(door, each)));
  if (!owner) throw new Error('an office has people');
  const { user } = owner;
  const organization = await must(user, 'POST', '/api/auth/organization/create', { name, slug: name });
  await must(user, 'POST', '/v1/company', { name, baseCurrency: 'EUR', booksStartOn: '2025-01-01' });
  await hire(organization.id, colleagues, admin);
  const taxCodeId: string = (await must(user, 'POST', '/v1/tax-codes', { code: 'S20', name: 'Standard', rate: '0.2' })).id;
  const customers = await createMany(user, customersPerOffice, '/v1/parties', (index) => ({
    code: `C${index}`,
    name: `Customer ${index}`,
  }));
  const products = await createMany(user, productsPerOffice, '/v1/products', (index) => ({
    code: `P${index}`,
    name: `Product ${index}`,
    salesPrice: '10',
    taxCodeId,
  }));
  const { items } = await must(user, 'GET', '/v1/accounts?type=expense&limit=200');
  const accounts = items.filter((each: { isGroup: boolean }) => !each.isGroup).map((each: { id: string }) => each.id);
  const people = [owner, ...colleagues].map((person) => person.user);
  return { people, customers, products, accounts, taxCodeId, drafts: [], invoices: [], journals: [] };
}
