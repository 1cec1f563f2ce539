import { describe, expect, it } from 'vitest';
import { blankLine, draftOf, freshDraft, invoiceInput, pricedLines, withBlankEnd } from './draft.ts';
import { type Invoice, percentOf, shareOf } from './shares.ts';

const line = (quantity: string, unitPrice: string, discount = '') => ({ ...blankLine(), quantity, unitPrice, discount });

describe('the lines that are priced', () => {
  it('are those with complete numbers, with their keys, taxes and discounts as shares', () => {
    const [whole, priceless, wordy] = [{ ...line('3', '33.5', '10'), taxIds: ['t'] }, line('', '1'), line('2', 'abc')];
    expect(pricedLines([whole, priceless, wordy, blankLine()])).toEqual([
      { key: whole.key, quantity: '3', unitPrice: '33.5', discount: '0.1', taxIds: ['t'] },
    ]);
  });
});

describe('a draft', () => {
  it('shows shares in per cent and sends them as shares', () => {
    expect(percentOf('0.155')).toBe('15.5');
    expect(shareOf('15.5')).toBe('0.155');
    expect(shareOf('')).toBe('0');
    expect(shareOf('x')).toBe('x');
  });

  it('always ends with a blank line, which is not sent', () => {
    const lines = withBlankEnd([line('1', '2')]);
    expect(lines).toHaveLength(2);
    expect(withBlankEnd(lines)).toHaveLength(2);
    expect(invoiceInput({ ...freshDraft('2026-01-01', 'ada'), lines }).lines).toHaveLength(1);
  });

  it('is its author’s until someone else, or nobody, is named', () => {
    const fresh = freshDraft('2026-01-01', 'ada');
    expect(invoiceInput(fresh).ownerId).toBe('ada');
    expect(invoiceInput({ ...fresh, ownerId: null }).ownerId).toBeNull();
  });

  it('stays what it is when it is changed: a credit note of an invoice, and due by its terms', () => {
    const saved = {
      kind: 'credit_note',
      creditedInvoiceId: 'i1',
      customerId: 'c1',
      customerName: 'Ada',
      date: '2026-01-01',
      dueDate: '2026-01-31',
      paymentTermsId: 't1',
      reference: null,
      shipCountry: null,
      note: null,
      ownerId: null,
      currency: 'EUR',
      inBooks: null,
      exchangeRate: null,
      lines: [],
      charges: [],
    } as unknown as Invoice;
    const input = invoiceInput(draftOf(saved));
    expect(input).toMatchObject({ kind: 'credit_note', creditedInvoiceId: 'i1', paymentTermsId: 't1' });
    expect(input).not.toHaveProperty('dueDate');
    expect(invoiceInput(draftOf({ ...saved, paymentTermsId: null }))).toMatchObject({ dueDate: '2026-01-31' });
  });
});
