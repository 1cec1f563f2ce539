import { describe, expect, it } from 'vitest';
import { type CreditedInvoice, creditAgainst, openWhenPosted } from './credit.ts';

describe('a posted document', () => {
  it.each([
    ['invoice', 500n],
    ['credit_note', -500n],
  ])('of kind %s has %s open', (kind, open) => {
    expect(openWhenPosted({ kind, payableMinor: 500n })).toBe(open);
  });
});

describe('a credit', () => {
  const invoice: CreditedInvoice = {
    id: 'i',
    kind: 'invoice',
    status: 'posted',
    customerId: 'c',
    date: '2026-01-01',
    currency: 'EUR',
    exchangeRate: null,
    payableMinor: 1000n,
    openMinor: 1000n,
  };
  const credit = (payableMinor: bigint, customerId = 'c') => ({ customerId, currency: 'EUR', payableMinor });

  it('of everything voids the invoice, of a part leaves the rest open', () => {
    expect(creditAgainst(invoice, credit(1000n))).toEqual({ openMinor: 0n, status: 'voided' });
    expect(creditAgainst(invoice, credit(300n))).toEqual({ openMinor: 700n, status: 'posted' });
    expect(creditAgainst({ ...invoice, openMinor: 700n }, credit(700n))).toEqual({ openMinor: 0n, status: 'posted' });
  });

  it.each([
    ['more than is open', { ...invoice, openMinor: 500n }, credit(501n), 'sales.credit_exceeds_open'],
    ['a draft', { ...invoice, status: 'draft' }, credit(1n), 'sales.invalid_credit'],
    ['a voided invoice', { ...invoice, status: 'voided' }, credit(1n), 'sales.invalid_credit'],
    ['a credit note', { ...invoice, kind: 'credit_note' }, credit(1n), 'sales.invalid_credit'],
    ["another customer's invoice", invoice, credit(1n, 'd'), 'sales.invalid_credit'],
  ])('of %s is refused', (_case, target, amount, code) => {
    expect(() => creditAgainst(target, amount)).toThrow(expect.objectContaining({ code }));
  });
});
