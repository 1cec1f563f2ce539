import { decimal, money, moneyOf } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import cases from './exchange.cases.json' with { type: 'json' };
import { inBooks, type QuotedRate } from './exchange-rate.ts';
import { pairAcross, pairAll } from './pair-items.ts';
import { keyOf, type OpenItem, type Settlement, settle } from './settle.ts';

const books = 'EUR';
const cents = (value: number): bigint => moneyOf(String(value), books).minor;
const basePer = (value: number): QuotedRate => ({ quotation: 'base_per_foreign', rate: decimal(String(value)) });
const foreignPer = (value: number): QuotedRate => ({ quotation: 'foreign_per_base', rate: decimal(String(value)) });

/** An item over these amounts, in dollars; without a foreign one in the currency of the books. */
const item = (position: number, company: number, foreign?: number): OpenItem => ({
  entryId: 'e',
  position,
  accountId: 'receivable',
  partyId: 'p',
  currency: foreign === undefined ? books : 'USD',
  residualMinor: cents(foreign ?? company),
  residualBaseMinor: cents(company),
});

const exchangeOf = (settled: readonly Settlement[]): bigint =>
  settled.reduce((sum, { exchange }) => sum + (exchange?.amountMinor ?? 0n), 0n);

/** What is left of each item, in the books and in its own currency. */
function residuals(items: readonly OpenItem[], settled: readonly Settlement[]): [bigint, bigint][] {
  return items.map((each) => {
    let [base, own] = [each.residualBaseMinor, each.residualMinor];
    for (const { debit, credit, debitMinor, creditMinor, baseMinor, exchange } of settled) {
      if (exchange && keyOf(exchange.item) === keyOf(each)) base += exchange.amountMinor;
      if (keyOf(debit) === keyOf(each)) [base, own] = [base - baseMinor, own - debitMinor];
      if (keyOf(credit) === keyOf(each)) [base, own] = [base + baseMinor, own + creditMinor];
    }
    return [base, own];
  });
}

type Line = { company: number; foreign?: number; rate_on_its_date?: number };

describe('exchange differences as others book them', () => {
  it.each(cases.differences.filter(({ given }) => given.debit_line))('$id: $source', ({ given, expect: expected }) => {
    const [debitLine, creditLine] = [given.debit_line as Line, given.credit_line as Line];
    const debit = item(1, debitLine.company, debitLine.foreign);
    const credit = item(2, creditLine.company, creditLine.foreign);
    const rate = creditLine.rate_on_its_date;
    const pairs = rate === undefined ? pairAll([debit, credit]) : [pairAcross(debit, credit, foreignPer(rate), books)];
    const settled = settle([debit, credit], pairs, books);
    const [gain = 0, loss = 0] = expected.exchange_entry?.receivable ?? [];
    expect(exchangeOf(settled)).toBe(cents(gain - loss));
    const left = expected.residuals_after;
    expect(residuals([debit, credit], settled)).toEqual(
      [left?.debit_line, left?.credit_line].map((pair) => (pair ?? []).map((value) => cents(value))),
    );
  });

  it.each(cases.differences.filter(({ given }) => given.lines))('$id: $source', ({ given, expect: expected }) => {
    const items = (given.lines ?? []).map(([company = 0, foreign = 0], index) => item(index, company, foreign));
    const settled = settle(items, pairAll(items), books);
    expect(residuals(items, settled)).toEqual(items.map(() => [0n, 0n]));
    expect(-exchangeOf(settled)).toBe(cents(expected.company_currency_difference ?? 0));
  });
});

describe('payments in the currency of the invoice, as others book them', () => {
  it.each(cases.payments)('$id: $source', ({ given, expect: expected }) => {
    const { amount, rate } = given.invoice;
    const paid = 'amount_usd' in given.payment ? Number(given.payment.amount_usd) : Number(given.payment.amount);
    const value = (dollars: number, at: number): bigint => inBooks(money(cents(dollars), 'USD'), basePer(at), books).minor;
    const invoice = { ...item(1, 0, amount), residualBaseMinor: value(amount, rate) };
    const payment = { ...item(2, 0, -paid), residualBaseMinor: -value(paid, given.payment.rate) };
    const settled = settle([invoice, payment], pairAll([invoice, payment]), books);
    expect(exchangeOf(settled)).toBe(cents(expected.exchange_gain ?? expected.exchange_gain_loss ?? 0));
    if (expected.bank_debit !== undefined) expect(-payment.residualBaseMinor).toBe(cents(expected.bank_debit));
    if (expected.outstanding === 0)
      expect(residuals([invoice, payment], settled)).toEqual([
        [0n, 0n],
        [0n, 0n],
      ]);
  });
});
