import { allocate, inBooks, type OpenItem, type PostingTerms, postEntries, postingTerms, ratesOn } from '@atlas/accounting';
import {
  AtlasError,
  type BusinessDate,
  businessDate,
  decimal,
  divideRounded,
  laterOf,
  money,
  moneyOf,
  present,
  uuidv7,
} from '@atlas/kernel';
import { command, type TenantTx } from '@atlas/platform';
import { insertDocumentTaxes } from '@atlas/tax';
import type { z } from 'zod';
import { paymentPosted } from '../contract/events.ts';
import { postPayment as route } from '../contract/payments.ts';
import { type PaymentPosting, paymentLines, settledBy } from '../domain/payment-entry.ts';
import { taxesLowered } from './lowered-taxes.ts';
import { loadPartiesTo, takeDiscounts } from './payment-terms.repository.ts';
import { insertPayment, loadPayment } from './payments.repository.ts';
import { prepareItems, type SettledItem } from './prepare-items.ts';

type Input = z.output<typeof route.input>;

const fieldError = (code: string, pointer: string, message: string): AtlasError =>
  new AtlasError(code, message, { errors: [{ pointer, code, message }] });

/** Money lies on an asset account that no sub-ledger keeps. */
async function checkParties(tx: TenantTx, { partyId, accountId }: Input): Promise<string> {
  const { partyName, account } = await loadPartiesTo(tx, partyId, accountId);
  if (partyName === null) throw fieldError('payments.unknown_party', '/partyId', 'There is no such party.');
  const holdsMoney = account?.type === 'asset' && !account.isGroup && !account.archived && account.role !== 'receivable';
  if (!holdsMoney)
    throw fieldError('payments.unknown_money_account', '/accountId', 'Money lies on an asset account, such as the bank.');
  return partyName;
}

/** The value in the books of amounts of the payment: in proportion to what the bank made of it, or by the rate of the day. */
async function valuation(tx: TenantTx, input: Input, currency: string, books: string): Promise<(minor: bigint) => bigint> {
  if (currency === books) return (minor) => minor;
  if (input.value === undefined) {
    const { quotation, rate } = (await ratesOn(tx, [{ currency, on: input.date }])).rateOn(currency, input.date);
    return (minor) => inBooks(money(minor, currency), { quotation, rate: decimal(rate) }, books).minor;
  }
  const rate = { over: moneyOf(input.value, books).minor, under: moneyOf(input.amount, currency).minor };
  return (minor) => divideRounded(minor * rate.over, rate.under);
}

const sum = (values: readonly bigint[]): bigint => values.reduce((all, value) => all + value, 0n);

function checkAllocated(items: readonly SettledItem[], amountMinor: bigint): void {
  const allocated = sum(items.map((each) => each.amountMinor));
  if (allocated > amountMinor)
    throw fieldError('payments.allocated_more', '/items', 'More is allocated to the items than was paid.');
}

const discountOf = ({ discount }: SettledItem): bigint =>
  discount ? discount.netMinor + sum(discount.taxes.map((tax) => tax.amountMinor)) : 0n;

/** What an item is settled by in all. */
const settledOf = (settled: SettledItem): bigint => settled.amountMinor + settled.writtenOffMinor + discountOf(settled);

type Posted = { readonly entryId: string; readonly id: string; readonly date: BusinessDate; readonly own: OpenItem };

/** Settles the items with the payment, on the day on which both are there. */
function settleItems(tx: TenantTx, terms: PostingTerms, { own, id, date }: Posted, items: readonly SettledItem[]): void {
  const pairs = items.flatMap((each) => {
    const minor = settledOf(each);
    const [debit, credit] = own.residualMinor > 0n ? [own, each.item] : [each.item, own];
    return minor === 0n ? [] : [{ debit, credit, debitMinor: minor, creditMinor: minor }];
  });
  const on = items.reduce((latest, { item }) => laterOf(latest, businessDate(item.date)), date);
  const all = [own, ...items.map(({ item }) => item)];
  allocate(tx, terms, { date: on, sourceKind: 'payments.payment', sourceId: id, items: all, pairs });
}

export const postPayment = command(route, async (tx, input) => {
  const { direction, partyId, date, accountId, reference, note } = input;
  const ledger = input.ledger ?? (direction === 'in' ? 'receivable' : 'payable');
  const [terms, partyName] = await Promise.all([postingTerms(tx, [date]), checkParties(tx, input)]);
  const currency = input.currency ?? terms.currency;
  const amountMinor = moneyOf(input.amount, currency).minor;
  const side: 1n | -1n = direction === 'in' ? 1n : -1n;
  const value = await valuation(tx, input, currency, terms.currency);
  const about = { partyId, ledger, currency, date, side, booksCurrency: terms.currency, inBooks: value };
  const items = await prepareItems(tx, input.items, about);
  checkAllocated(items, amountMinor);
  const posting: PaymentPosting = {
    direction,
    partyId,
    amountMinor,
    discounts: items.flatMap(({ discount }) => discount ?? []),
    writtenOffMinor: sum(items.map((each) => each.writtenOffMinor)),
    accounts: {
      money: accountId,
      control: terms.accountFor(ledger),
      discount: () => terms.accountFor(ledger === 'receivable' ? 'discount_allowed' : 'discount_received'),
      writeOff: () => terms.accountFor('write_off'),
    },
    currency,
    booksCurrency: terms.currency,
    inBooks: value,
  };
  const lines = paymentLines(posting);
  const [id, entryId] = [uuidv7(), uuidv7()];
  const description = `${direction === 'in' ? 'Payment from' : 'Payment to'} ${partyName}`;
  postEntries(tx, terms, [{ id: entryId, date, description, sourceKind: 'payments.payment', sourceId: id, lines }]);
  const controlBase = present(lines[0], 'a payment has a line of its control account').amountMinor;
  insertPayment(tx, {
    ...{ id, entryId, direction, ledger, partyId, date, accountId, currency, amountMinor, reference, note },
    year: terms.periodOf(date).year,
    baseMinor: value(amountMinor),
  });
  takeDiscounts(
    tx,
    id,
    items.flatMap((each) => (each.discount ? [{ ...each.item, amountMinor: discountOf(each) }] : [])),
  );
  const lowered = taxesLowered(items, { sourceId: id, ledger, date, currency, entryId, value });
  if (lowered.taxes.length > 0) tx.tell(insertDocumentTaxes(tx, [lowered]));
  const own: OpenItem = {
    ...{ entryId, position: 1, accountId: terms.accountFor(ledger), partyId, currency },
    residualMinor: -side * settledBy(posting),
    residualBaseMinor: controlBase,
  };
  settleItems(tx, terms, { id, entryId, date, own }, items);
  const posted = present(await loadPayment(tx, id), 'the payment was just posted');
  tx.record({ subjectId: id, after: posted });
  tx.emit(paymentPosted, { paymentId: id, number: posted.number, partyId, date, amount: posted.amount, entryId });
  return posted;
});
