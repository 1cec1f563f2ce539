import { listAccounts, setUpCompany } from '@atlas/accounting/contract';
import { createProduct, createProductCategory, createTaxCode, createUnit } from '@atlas/catalog/contract';
import { saveSeller } from '@atlas/einvoicing/contract';
import type { BusinessDate } from '@atlas/kernel';
import { createParty } from '@atlas/parties/contract';
import { categories, products, taxCodes, units } from './assortment.ts';
import { currency, euros } from './cents.ts';
import { type Customer, customers, type Supplier, suppliers } from './customers.ts';
import { demoLogin, demoWorkspace } from './login.ts';
import type { Teller } from './teller.ts';

/** Ids by code of what everything else refers to. */
export type Masters = {
  readonly account: (code: string) => string;
  readonly party: (code: string) => string;
  readonly product: (code: string) => string;
  readonly taxCode: (code: string) => string;
};

type Ids = Map<string, string>;

const lookup =
  (ids: Ids, what: string) =>
  (code: string): string => {
    const id = ids.get(code);
    if (id === undefined) throw new Error(`there is no ${what} ${code}`);
    return id;
  };

async function createTerms({ tell }: Teller) {
  const [tax, unit, category]: [Ids, Ids, Ids] = [new Map(), new Map(), new Map()];
  for (const each of taxCodes) tax.set(each.code, (await tell(createTaxCode, `tax-code:${each.code}`, each)).id);
  for (const each of units) unit.set(each.code, (await tell(createUnit, `unit:${each.code}`, each)).id);
  for (const { code, name, description } of categories)
    category.set(code, (await tell(createProductCategory, `category:${code}`, { code, name, description })).id);
  return { tax: lookup(tax, 'tax code'), unit: lookup(unit, 'unit'), category: lookup(category, 'category') };
}

const mailbox = (name: string): string =>
  `${name
    .normalize('NFD')
    .replace(/[^a-zA-Z]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()}@example.com`;

const partyOf = ({ code, name, city, country }: Supplier) => ({
  code,
  name,
  email: mailbox(name),
  addresses: [{ kind: 'billing' as const, city, country }],
});

/** Buyers at home are looked after by the person of the demo, who enters them; those abroad are nobody's yet. */
export const ownerOf = ({ domestic }: Pick<Customer, 'domestic'>) => (domestic ? {} : { ownerId: null });

async function createParties({ tell }: Teller): Promise<Ids> {
  const ids: Ids = new Map();
  for (const customer of customers) {
    const input = { ...partyOf(customer), ...ownerOf(customer), paymentTermDays: customer.termDays };
    ids.set(customer.code, (await tell(createParty, `party:${customer.code}`, input)).id);
  }
  for (const supplier of suppliers) {
    const input = { ...partyOf(supplier), isCustomer: false, isSupplier: true };
    ids.set(supplier.code, (await tell(createParty, `party:${supplier.code}`, input)).id);
  }
  return ids;
}

/** What invoices say of the company: numbers that have the form of theirs, and belong to nobody. */
const seller = {
  vatId: 'NL999999990B01',
  registrationNumber: 'KvK 99999999',
  ...{ street: 'Kade 12', postalCode: '3011 AA', city: 'Rotterdam', country: 'NL' },
  ...{ electronicScheme: '9944', electronicAddress: 'NL999999990B01' },
  ...{ contactName: demoLogin.name, contactPhone: '+31 10 000 0000', contactEmail: 'invoices@example.com' },
  ...{ iban: 'NL91ABNA0417164300', bic: 'ABNANL2A' },
  ...{ zeroRateCategory: 'G' as const, zeroRateReason: 'Export, exempt from VAT' },
  version: 1,
};

/** Opens the books and creates everyone and everything that is traded. */
export async function createMasters(teller: Teller, booksStartOn: BusinessDate): Promise<Masters> {
  const company = { name: demoWorkspace.name, country: 'Netherlands', baseCurrency: currency, booksStartOn };
  await teller.tell(setUpCompany, 'company', company);
  await teller.tell(saveSeller, 'seller', seller);
  const accounts = (await teller.ask(listAccounts, { limit: 200 })).items;
  const terms = await createTerms(teller);
  const parties = await createParties(teller);
  const goods: Ids = new Map();
  for (const { code, name, packaging, unit, category, priceCents } of products) {
    const input = {
      code,
      name,
      packaging,
      salesPrice: euros(priceCents),
      unitId: terms.unit(unit),
      categoryId: terms.category(category.code),
      taxCodeId: terms.tax(category.tax === 'reduced' ? 'REDUCED' : 'STANDARD'),
    };
    goods.set(code, (await teller.tell(createProduct, `product:${code}`, input)).id);
  }
  return {
    account: lookup(new Map(accounts.map(({ code, id }) => [code, id])), 'account'),
    party: lookup(parties, 'party'),
    product: lookup(goods, 'product'),
    taxCode: terms.tax,
  };
}
