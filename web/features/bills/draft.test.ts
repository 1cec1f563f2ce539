import { newBill } from '@atlas/purchasing/contract';
import { describe, expect, it } from 'vitest';
import { billInput, pricedLines } from './bill-input.ts';
import { blankLine, freshDraft, withBlankEnd } from './draft.ts';
import { roundingFor, sumsOf } from './sums.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const line = (quantity: string, unitPrice: string, more = {}) => ({
  ...blankLine(),
  accountId: 'a',
  quantity,
  unitPrice,
  ...more,
});

describe('what a bill comes to', () => {
  const worked = { net: eur('100.00'), gross: eur('119.00'), withheld: eur('15.00') };

  it('is compared with the supplier’s total once it is an amount', () => {
    expect(sumsOf(worked, { total: '', rounding: '' })).toMatchObject({
      gross: eur('119.00'),
      payable: eur('104.00'),
      missing: null,
    });
    expect(sumsOf(worked, { total: '12x', rounding: '' }).missing).toBeNull();
    expect(sumsOf(worked, { total: '119.01', rounding: '' }).missing).toEqual(eur('0.01'));
    expect(sumsOf(worked, { total: '119.01', rounding: '0.01' })).toMatchObject({ gross: eur('119.01'), missing: eur('0.00') });
  });

  it('is rounded by less than one', () => {
    expect(roundingFor(sumsOf(worked, { total: '118.99', rounding: '0.02' }))).toBe('-0.01');
    expect(roundingFor(sumsOf(worked, { total: '119.99', rounding: '' }))).toBe('0.99');
    expect(roundingFor(sumsOf(worked, { total: '120', rounding: '' }))).toBeNull();
    expect(roundingFor(sumsOf(worked, { total: '', rounding: '' }))).toBeNull();
  });
});

describe('a draft of a bill', () => {
  it('ends with a blank line, which is neither sent nor priced', () => {
    const lines = withBlankEnd([line('2', '5', { discount: '10' }), line('1', '')]);
    expect(withBlankEnd(lines)).toHaveLength(3);
    const draft = { ...freshDraft('2026-01-01', 'ada'), lines };
    expect(billInput(draft).lines).toMatchObject([{ discount: '0.1' }, { unitPrice: '' }]);
    expect(pricedLines(draft)).toMatchObject([{ key: lines[0]?.key, quantity: '2', discount: '0.1' }]);
  });

  it('prices a net that is said as it is', () => {
    const draft = { ...freshDraft('2026-01-01', 'ada'), lines: [line('3', '33.33', { net: '100.00' })] };
    expect(pricedLines(draft)).toMatchObject([{ quantity: '1', unitPrice: '100.00', discount: '0' }]);
    expect(billInput(draft).lines).toMatchObject([{ quantity: '3', net: '100.00' }]);
  });

  it('sends nothing for what was left empty', () => {
    const input = billInput(freshDraft('2026-01-01', '019a0000-0000-7000-8000-000000000000'));
    expect(input).toMatchObject({ supplierNumber: null, total: null, rounding: '0', note: null });
    expect(newBill.shape.rounding.safeParse(input.rounding).success).toBe(true);
  });
});
