import type * as purchasing from '@atlas/purchasing/contract';
import type * as sales from '@atlas/sales/contract';
import { issueInvoice, operationNamed } from '../operations.ts';
import { amountOf, type Chance } from './chance.ts';
import type { Company } from './company.ts';

const voidInvoice = operationNamed<typeof sales.voidInvoice>('sales.invoice.void');
const issueBill = operationNamed<typeof purchasing.issueBill>('purchasing.bill.issue');
const voidBill = operationNamed<typeof purchasing.voidBill>('purchasing.bill.void');

const some = <T>(chance: Chance, items: readonly T[]): T[] => items.filter(() => chance.percent(30));

function linesOf(chance: Chance, taxes: readonly string[], more: object) {
  return Array.from({ length: chance.int(1, 3) }, () => ({
    description: 'Work',
    quantity: amountOf(chance.int(1, 900)),
    unitPrice: amountOf(chance.int(1, 50_000)),
    discount: chance.pick(['0', '0.1', '0.333']),
    taxIds: some(chance, taxes),
    ...more,
  }));
}

/** Of the currencies that there are rates for; some documents name a rate of their own. */
const inSomeCurrency = (chance: Chance) => {
  if (chance.percent(55)) return {};
  const currency = chance.pick(['USD', 'USD', 'CHF', 'JPY', 'KWD']);
  const exchangeRate = { quotation: 'foreign_per_base', rate: `1.${chance.int(1000, 2999)}` };
  return { currency, ...(currency === 'USD' && chance.percent(30) ? { exchangeRate } : {}) };
};

/** On some documents: a discount that owes what the lines owe, freight, and what is off in the end. */
function chargesOf(chance: Chance, taxes: readonly string[]) {
  if (chance.percent(75)) return [];
  const named = { description: 'All of it' };
  const all = [
    { ...named, kind: 'discount', share: chance.pick(['0.1', '0.0333']), of: chance.pick(['lines', 'total']) },
    { ...named, kind: 'charge', amount: String(chance.int(1, 90)), taxIds: some(chance, taxes) },
    { ...named, kind: 'discount', amount: String(chance.int(1, 3)), of: 'document' },
  ];
  return some(chance, all);
}

async function invoice(company: Company, chance: Chance): Promise<void> {
  const date = chance.day();
  const terms = chance.percent(50) ? { paymentTermsId: chance.pick(company.terms) } : {};
  const lines = linesOf(chance, company.taxes, {});
  const head = { customerId: chance.pick(company.customers), date, ...terms, ...inSomeCurrency(chance) };
  const charges = chargesOf(chance, company.taxes);
  company.invoices.push({ id: (await company.run(issueInvoice, { ...head, lines, charges })).id, date });
}

/** Of an invoice, or of none: then it is free. */
async function creditNote(company: Company, chance: Chance): Promise<void> {
  const credited = chance.percent(60) ? chance.pick(company.invoices) : undefined;
  const date = chance.dayFrom(credited?.date ?? chance.day());
  const of = credited ? { creditedInvoiceId: credited.id } : inSomeCurrency(chance);
  const lines = linesOf(chance, company.taxes, { quantity: '0.5' });
  const head = { kind: 'credit_note', customerId: chance.pick(company.customers), date, ...of };
  company.invoices.push({ id: (await company.run(issueInvoice, { ...head, lines })).id, date });
}

async function invoiceVoided(company: Company, chance: Chance): Promise<void> {
  const of = chance.pick(company.invoices);
  if (of) await company.run(voidInvoice, { id: of.id, ...(chance.percent(50) ? { date: chance.dayFrom(of.date) } : {}) });
}

async function bill(company: Company, chance: Chance): Promise<void> {
  const date = chance.day();
  const isCredit = chance.percent(25);
  const credited = isCredit ? chance.pick(company.bills) : undefined;
  const lines = linesOf(chance, company.taxes, { accountId: company.account('6040') });
  const head = {
    supplierId: chance.pick(company.suppliers),
    supplierNumber: `B${company.bills.length}-${chance.int(1, 9_999_999)}`,
    date,
  };
  const kind = isCredit ? { kind: 'credit_note', creditedBillId: chance.percent(50) ? credited?.id : null } : {};
  const money = credited ? {} : inSomeCurrency(chance);
  const posting = chance.percent(20) ? { postingDate: chance.dayFrom(date) } : {};
  const { id, postingDate } = await company.run(issueBill, { ...head, ...kind, ...posting, ...money, lines });
  company.bills.push({ id, date: postingDate });
}

async function billVoided(company: Company, chance: Chance): Promise<void> {
  const of = chance.pick(company.bills);
  if (of) await company.run(voidBill, { id: of.id, ...(chance.percent(50) ? { date: chance.dayFrom(of.date) } : {}) });
}

/** What documents do to the books, with how often of a hundred. */
export const documents = [
  { name: 'invoice', weight: 18, run: invoice },
  { name: 'credit note', weight: 6, run: creditNote },
  { name: 'invoice voided', weight: 3, run: invoiceVoided },
  { name: 'bill', weight: 13, run: bill },
  { name: 'bill voided', weight: 3, run: billVoided },
];
