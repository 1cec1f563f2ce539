import { businessDate } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { linesOfLetter } from './dunning-letter.ts';
import { amountIn, dayIn, fillText, unknownPlaceholder } from './dunning-text.ts';

const values = { customer: 'A {total} B', company: '$& GmbH', date: '1 Mar 2026', total: '119.00 EUR', fee: '5.00 EUR' };

describe('the text of a level', () => {
  it('names what is filled in, and nothing else', () => {
    expect(unknownPlaceholder('Dear {customer}, {total} since {date}')).toBe(null);
    expect(unknownPlaceholder('Dear {customer}, {constructor}')).toBe('constructor');
    expect(unknownPlaceholder('Dear {customer.name}')).toBe('customer.name');
  });

  it('is filled in one pass, and what a name says stays text', () => {
    expect(fillText('{customer} owes {company} {total}; {other}', values)).toBe('A {total} B owes $& GmbH 119.00 EUR; {other}');
  });
});

describe('a letter', () => {
  const money = (amount: string) => ({ amount, currency: 'EUR' });

  it('writes days and amounts as its reader does', () => {
    expect([dayIn('de', businessDate('2026-03-01')), dayIn('en', businessDate('2026-03-01'))]).toEqual([
      '01.03.2026',
      '1 Mar 2026',
    ]);
    const amounts = ['1234567.50', '-1234.50', '999.00', '1000'].map(money);
    expect(amounts.map((each) => amountIn('de', each))).toEqual(['1.234.567,50 EUR', '-1.234,50 EUR', '999,00 EUR', '1.000 EUR']);
    expect(amountIn('en', money('1234567.50'))).toBe('1,234,567.50 EUR');
  });

  it('tells what is owed, what is set off and what it comes to', () => {
    const items = [{ documentNumber: 'INV-1', dueOn: businessDate('2026-03-01'), open: money('119.00') }];
    const figure = {
      overdue: money('119.00'),
      fees: money('0.00'),
      credit: money('-19.00'),
      fee: money('5.00'),
      total: money('105.00'),
    };
    expect(linesOfLetter('de', items, [figure])).toEqual([
      'INV-1, fällig am 01.03.2026: 119,00 EUR',
      'Zu Ihren Gunsten: -19,00 EUR',
      'Mahngebühr: 5,00 EUR',
      'Summe: 105,00 EUR',
    ]);
  });
});
