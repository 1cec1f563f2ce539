import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CreditedInvoice, creditAgainst, openWhenPosted } from './credit.ts';
import { invoiceEntryLines } from './invoice-entry.ts';
import { priceLine, totalsOf } from './price-invoice.ts';

const priced = (quantity: string, unitPrice: string, discount = '0', taxRate = '0', currency = 'EUR') =>
  priceLine({ quantity, unitPrice, discount, taxRate }, currency);

describe('the price of a line', () => {
  it.each([
    ['12', '14', '0', '0', 'EUR', 16800n, 0n],
    ['3', '0.335', '0', '0', 'EUR', 101n, 0n],
    ['15', '16.8', '0.15', '0', 'EUR', 21420n, 0n],
    ['1', '100', '0', '0.19', 'EUR', 10000n, 1900n],
    ['1', '0.50', '0', '0.21', 'EUR', 50n, 11n],
    ['3', '33.5', '0.1', '0.1', 'JPY', 90n, 9n],
    ['2', '1.0005', '0', '0.05', 'KWD', 2001n, 100n],
  ])('%s × %s less %s with tax %s in %s', (quantity, unitPrice, discount, taxRate, currency, net, tax) => {
    expect(priced(quantity, unitPrice, discount, taxRate, currency)).toEqual({ netMinor: net, taxMinor: tax });
  });

  it('is within half a cent of the exact product', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.nat(9_999_999), fc.nat(100), (quantity, price, percent) => {
        const { netMinor } = priced(String(quantity), `${(price / 1000).toFixed(3)}`, (percent / 100).toFixed(2));
        const exact = BigInt(quantity) * BigInt(price) * BigInt(100 - percent);
        const distance = netMinor * 1000n - exact;
        expect(distance <= 500n && distance >= -500n).toBe(true);
      }),
    );
  });
});

const line = fc.record({
  revenueAccountId: fc.constantFrom('r1', 'r2', 'r3'),
  netMinor: fc.bigInt({ min: 0n, max: 10n ** 9n }),
  taxMinor: fc.bigInt({ min: 0n, max: 10n ** 8n }),
});

describe('the entry of an invoice', () => {
  const posting = { currency: 'EUR', customerId: 'c', receivableAccountId: 'ar', taxAccountId: 'vat' };

  it('balances, debits the customer with the gross, and has no empty lines', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const entry = invoiceEntryLines({ ...posting, kind: 'invoice', lines });
        expect(entry.reduce((sum, each) => sum + each.amountMinor, 0n)).toBe(0n);
        expect(entry.every((each) => each.amountMinor !== 0n)).toBe(true);
        expect(entry.find((each) => each.accountId === 'ar')?.amountMinor ?? 0n).toBe(totalsOf(lines).grossMinor);
      }),
    );
  });

  it('of a credit note is the mirror of the invoice', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const [invoice, credit] = (['invoice', 'credit_note'] as const).map((kind) =>
          invoiceEntryLines({ ...posting, kind, lines }),
        );
        expect(credit).toEqual(invoice?.map((each) => ({ ...each, amountMinor: -each.amountMinor })));
      }),
    );
  });
});

describe('a posted document', () => {
  it.each([
    ['invoice', null, 500n],
    ['credit_note', null, -500n],
    ['credit_note', 'i', 0n],
  ])('of kind %s crediting %s has %s open', (kind, creditedInvoiceId, open) => {
    expect(openWhenPosted({ kind, creditedInvoiceId, grossMinor: 500n })).toBe(open);
  });
});

describe('a credit', () => {
  const invoice: CreditedInvoice = {
    id: 'i',
    kind: 'invoice',
    status: 'posted',
    customerId: 'c',
    currency: 'EUR',
    grossMinor: 1000n,
    openMinor: 1000n,
  };
  const credit = (grossMinor: bigint, customerId = 'c') => ({ customerId, currency: 'EUR', grossMinor });

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
