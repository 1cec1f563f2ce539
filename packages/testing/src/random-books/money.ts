import type * as accounting from '@atlas/accounting/contract';
import type * as payments from '@atlas/payments/contract';
import { operationNamed } from '../operations.ts';
import { amountOf, type Chance, minorOf } from './chance.ts';
import type { Company } from './company.ts';

const listOpenItems = operationNamed<typeof payments.listOpenItems>('payments.open_item.list');
const postPayment = operationNamed<typeof payments.postPayment>('payments.payment.post');
const getPayment = operationNamed<typeof payments.getPayment>('payments.payment.get');
const reversePayment = operationNamed<typeof payments.reversePayment>('payments.payment.reverse');
const reverseAllocation = operationNamed<typeof payments.reverseAllocation>('payments.allocation.reverse');
const settleItems = operationNamed<typeof accounting.settleItems>('accounting.open_item.settle');
const unsettleItems = operationNamed<typeof accounting.unsettleItems>('accounting.open_item.unsettle');

type Ledger = 'receivable' | 'payable';

async function openOf(company: Company, chance: Chance, ledger: Ledger) {
  const partyId = chance.pick(ledger === 'receivable' ? company.customers : company.suppliers);
  const { items } = await company.run(listOpenItems, { ledger, partyId, limit: 100 });
  return { partyId, items };
}

type Item = Awaited<ReturnType<typeof openOf>>['items'][number];

/** What a payment settles of one item: all of it, a part, too much, or all but a discount or a write-off. */
function settled(chance: Chance, item: Item) {
  const { entryId, position, open } = item;
  const minor = Math.abs(minorOf(open.amount));
  const key = { entryId, position };
  const text = (of: number): string => amountOf(of, open.currency);
  const [part, discount] = [chance.int(1, 100), Math.abs(minorOf(item.discount?.amount ?? '0.00'))];
  if (discount > 0 && part <= 60) return { ...key, amount: text(minor - discount), discount: text(discount) };
  if (part <= 45) return { ...key, amount: open.amount.replace('-', '') };
  if (part <= 75) return { ...key, amount: text(chance.int(1, minor)) };
  if (part <= 80) return { ...key, amount: text(minor + chance.int(1, 500)) };
  const writeOff = chance.int(1, 250);
  return { ...key, amount: text(Math.max(minor - writeOff, 1)), writeOff: text(writeOff) };
}

async function payment(company: Company, chance: Chance): Promise<void> {
  const ledger = chance.pick<Ledger>(['receivable', 'payable']) as Ledger;
  const { partyId, items } = await openOf(company, chance, ledger);
  const first = chance.pick(items);
  const owed = !first || (ledger === 'receivable') === minorOf(first.open.amount) > 0;
  const alike = items.filter(
    ({ open }) => open.currency === first?.open.currency && !open.amount.startsWith('-') === !first.open.amount.startsWith('-'),
  );
  const chosen =
    first && chance.percent(85) ? [first, ...alike.filter((item) => item !== first && chance.percent(5))].slice(0, 3) : [];
  const parts = chosen.map((item) => settled(chance, item));
  const sum = parts.reduce((total, { amount }) => total + minorOf(amount), 0);
  const minor = Math.max(1, sum + (chance.percent(25) || sum === 0 ? chance.int(1, 20_000) : 0));
  const currency = first?.open.currency ?? 'EUR';
  const from =
    chosen
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '2025-01-01';
  const early = first?.discountUntil && chance.percent(80) ? first.discountUntil : chance.dayFrom(from);
  const value =
    currency === 'USD' && chance.percent(30) ? { value: amountOf(Math.trunc((minor * chance.int(80, 99)) / 100) + 1) } : {};
  const comesIn = (ledger === 'receivable') === owed;
  const input = {
    direction: comesIn ? 'in' : 'out',
    ledger,
    partyId,
    date: early,
    accountId: company.account('1020'),
    currency,
    ...value,
  };
  const { id } = await company.run(postPayment, { ...input, amount: amountOf(minor, currency), items: parts });
  company.payments.push({ id, date: early });
}

async function paymentReversed(company: Company, chance: Chance): Promise<void> {
  const of = chance.pick(company.payments);
  if (of) await company.run(reversePayment, { id: of.id, date: chance.dayFrom(of.date) });
}

async function allocationReversed(company: Company, chance: Chance): Promise<void> {
  const of = chance.pick(company.payments);
  if (!of) return;
  const allocation = chance.pick((await company.run(getPayment, { id: of.id })).allocations);
  if (allocation) await company.run(reverseAllocation, { id: allocation.id, date: chance.dayFrom(allocation.date) });
}

async function settlement(company: Company, chance: Chance): Promise<void> {
  const { items } = await openOf(company, chance, chance.pick<Ledger>(['receivable', 'payable']) as Ledger);
  const debits = items.filter(({ open }) => !open.amount.startsWith('-'));
  const credits = items.filter(({ open }) => open.amount.startsWith('-'));
  const debit = chance.pick(debits);
  const credit = chance.pick(chance.percent(80) ? credits.filter(({ open }) => open.currency === debit?.open.currency) : credits);
  if (!debit || !credit) return;
  const also = chance.percent(30) ? chance.pick(items) : undefined;
  const chosen = also && also !== debit && also !== credit ? [debit, credit, also] : [debit, credit];
  const date = chance.dayFrom(
    chosen
      .map((item) => item.date)
      .sort()
      .at(-1) ?? '',
  );
  const { id } = await company.run(settleItems, { date, items: chosen.map(({ entryId, position }) => ({ entryId, position })) });
  company.settlements.push({ id, date });
}

async function settlementUndone(company: Company, chance: Chance): Promise<void> {
  const of = chance.pick(company.settlements);
  if (of) await company.run(unsettleItems, { id: of.id, date: chance.dayFrom(of.date) });
}

/** What money does to the books, with how often of a hundred. */
export const money = [
  { name: 'payment', weight: 22, run: payment },
  { name: 'payment reversed', weight: 4, run: paymentReversed },
  { name: 'allocation reversed', weight: 4, run: allocationReversed },
  { name: 'settlement', weight: 6, run: settlement },
  { name: 'settlement undone', weight: 2, run: settlementUndone },
];
