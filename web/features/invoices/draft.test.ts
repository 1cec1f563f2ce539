import { describe, expect, it } from 'vitest';
import { blankLine, freshDraft, invoiceInput, percentOf, priceLine, shareOf, totalsOf, withBlankEnd } from './draft.ts';

const line = (quantity: string, unitPrice: string, discount = '') => ({ ...blankLine(), quantity, unitPrice, discount });

describe('the live price of a line', () => {
  it.each([
    ['3', '33.5', '10', '0.1', 'JPY', '90', '9'],
    ['15', '16.8', '15', '0', 'EUR', '214.20', '0.00'],
    ['1', '100', '', '0.19', 'EUR', '100.00', '19.00'],
    ['1', '0.50', '', '0.21', 'EUR', '0.50', '0.11'],
    ['2', '1.0005', '', '0.05', 'KWD', '2.001', '0.100'],
  ])('%s × %s less %s %% with tax %s in %s', (quantity, price, discount, rate, currency, net, tax) => {
    const priced = priceLine(line(quantity, price, discount), rate, currency);
    expect([priced?.net.amount, priced?.tax.amount]).toEqual([net, tax]);
  });

  it('waits for complete numbers', () => {
    expect(priceLine(line('', '1'), '0', 'EUR')).toBeNull();
    expect(priceLine(line('2', 'abc'), '0', 'EUR')).toBeNull();
  });

  it('adds up to the total', () => {
    const lines = [priceLine(line('1', '0.1'), '0.19', 'EUR'), null, priceLine(line('1', '0.2'), '0.19', 'EUR')];
    expect(totalsOf(lines, 'EUR')).toEqual({
      net: { amount: '0.30', currency: 'EUR' },
      tax: { amount: '0.06', currency: 'EUR' },
      gross: { amount: '0.36', currency: 'EUR' },
    });
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
});
