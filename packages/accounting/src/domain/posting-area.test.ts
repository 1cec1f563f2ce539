import { describe, expect, it } from 'vitest';
import { areaOf } from './posting-area.ts';

describe('the area of an entry', () => {
  it.each([
    ['sales.invoice', 'sales'],
    ['purchasing.bill', 'purchases'],
    ['payments.payment', 'bank'],
    ['treasury.statement_line', 'bank'],
    ['payroll.run', 'payroll'],
    ['assets.deferral', 'assets'],
    ['journal', 'general'],
    ['accounting.opening_balance', 'general'],
    ['salesforce.lead', 'general'],
  ])('of the kind %s is %s', (kind, area) => {
    expect(areaOf(kind)).toBe(area);
  });
});
