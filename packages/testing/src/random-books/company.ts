import type * as accounting from '@atlas/accounting/contract';
import type * as parties from '@atlas/parties/contract';
import type * as payments from '@atlas/payments/contract';
import type * as tax from '@atlas/tax/contract';
import type * as treasury from '@atlas/treasury/contract';
import { type Books, newBooks } from '../books.ts';
import { createTaxCode, operationNamed } from '../operations.ts';

const createParty = operationNamed<typeof parties.createParty>('parties.party.create');
const createTax = operationNamed<typeof tax.createTax>('tax.definition.create');
const createPaymentTerms = operationNamed<typeof payments.createPaymentTerms>('payments.terms.create');
const savePaymentSettings = operationNamed<typeof payments.savePaymentSettings>('payments.settings.save');
const saveExchangeRate = operationNamed<typeof accounting.saveExchangeRate>('accounting.exchange_rate.save');
const saveCurrencySettings = operationNamed<typeof accounting.saveCurrencySettings>('accounting.currency_settings.save');
const listFiscalYears = operationNamed<typeof accounting.listFiscalYears>('accounting.fiscal_year.list');

const createBankAccount = operationNamed<typeof treasury.createBankAccount>('treasury.bank_account.create');

/** As the statements of the bank name the account. */
export const bankNumber = 'NL91ABNA0417164300';

/** What was posted so far, so that it can be taken back, also twice. */
type Posted = { readonly id: string; readonly date: string };

/** Books of two years with those whom they are about. */
export type Company = Books & {
  readonly customers: readonly string[];
  readonly suppliers: readonly string[];
  readonly taxes: readonly string[];
  readonly terms: readonly string[];
  readonly years: readonly string[];
  /** Of each year. */
  readonly periods: readonly (readonly string[])[];
  readonly invoices: Posted[];
  readonly bills: Posted[];
  readonly payments: Posted[];
  readonly settlements: Posted[];
  readonly journals: Posted[];
  readonly revaluations: Posted[];
  readonly matches: Posted[];
  /** The bank account that stands for 1020, which all payments name. */
  readonly bankAccountId: string;
};

const months = ['2025', '2026'].flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-01`),
);

/** What one unit of the books is worth in each currency: with two decimals, none and three; it goes up and down from month to month. */
const worth: readonly (readonly [currency: string, least: number, decimals: number])[] = [
  ['USD', 105, 2],
  ['CHF', 91, 2],
  ['JPY', 158, 0],
  ['KWD', 331, 3],
];

async function nameRates(books: Books): Promise<void> {
  const revaluedAccountIds = [books.account('1020')];
  await books.run(saveCurrencySettings, { staleAfterDays: 60, stale: 'warn', preferredSource: null, revaluedAccountIds });
  for (const [currency, least, decimals] of worth)
    for (const [index, validOn] of months.entries()) {
      const digits = `${least + ((index * 7) % 19)}`.padStart(decimals + 1, '0');
      const rate = `${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}37`;
      await books.run(saveExchangeRate, { currency, validOn, rate });
    }
}

async function nameTaxes(books: Books): Promise<string[]> {
  const rates = (value: string) => [{ validFrom: '2020-01-01', value }];
  const standard = await books.run(createTaxCode, { code: 'S19', name: 'Standard', rate: '0.19' });
  const others = [
    { code: 'R07', name: 'Reduced', kind: 'percent', rates: rates('0.07') },
    { code: 'IN19', name: 'In the price', kind: 'percent', included: true, rates: rates('0.19') },
    { code: 'ECO', name: 'Fixed', kind: 'fixed', rates: rates('0.13') },
    { code: 'RC19', name: 'Reverse charge', kind: 'percent', operation: 'reverse_charge', rates: rates('0.19') },
    {
      ...{ code: 'WH10', name: 'Withheld', kind: 'percent', operation: 'withholding', rates: rates('0.1') },
      ...{ salesAccountId: books.account('1400'), purchaseAccountId: books.account('2400') },
    },
  ];
  const ids = [standard.id];
  for (const terms of others) ids.push((await books.run(createTax, terms)).id);
  return ids;
}

async function nameTerms(books: Books): Promise<string[]> {
  const rest = { kind: 'rest', value: null };
  const parts = [
    { kind: 'percent', value: '0.3', days: 0 },
    { kind: 'percent', value: '0.3', days: 30 },
    { ...rest, days: 60 },
  ];
  const discount = { share: '0.02', days: 10 };
  const [three, early] = [
    await books.run(createPaymentTerms, { code: 'PARTS', name: 'Three parts', lines: parts }),
    await books.run(createPaymentTerms, { code: 'EARLY', name: 'Early', lines: [{ ...rest, days: 30 }], discount }),
  ];
  return [three.id, early.id];
}

/** Opens the books of a company and writes down all that its documents name. */
export async function newCompany(): Promise<Company> {
  const books = await newBooks('2025-01-01');
  await nameRates(books);
  await books.run(savePaymentSettings, { writeOffLimit: '2' });
  const party = async (code: string, isCustomer: boolean) =>
    (await books.run(createParty, { code, name: `Party ${code}`, isCustomer, isSupplier: !isCustomer })).id;
  const bank = { name: 'House bank', number: bankNumber, currency: 'EUR', ledgerAccountId: books.account('1020') };
  const { items: years } = await books.run(listFiscalYears, {});
  return {
    ...books,
    customers: [await party('C1', true), await party('C2', true)],
    suppliers: [await party('S1', false), await party('S2', false)],
    bankAccountId: (await books.run(createBankAccount, bank)).id,
    taxes: await nameTaxes(books),
    terms: await nameTerms(books),
    years: years.map(({ id }) => id),
    periods: years.map(({ periods }) => periods.map(({ id }) => id)),
    ...{ invoices: [], bills: [], payments: [], settlements: [], journals: [], revaluations: [], matches: [] },
  };
}
