import { describe, expect, it } from 'vitest';
import { openingAmount, whyNotOpened } from './opening-row.ts';

const account = { id: 'a', code: '1020', role: null, isGroup: false, archived: false };

describe('the opening balance of a row', () => {
  it.each([
    ['12.50', null, 1250n],
    [null, '12.50', -1250n],
    ['12.50', '0.00', 1250n],
    ['0', '0', null],
    [null, null, null],
  ])('of debit %s and credit %s is %s', (debit, credit, minor) => {
    expect(openingAmount(debit, credit, 'EUR')).toBe(minor);
  });

  it.each([
    ['-1.00', null, 'accounting.invalid_line'],
    ['1.00', '1.00', 'accounting.invalid_line'],
    ['1.005', null, 'too_many_decimals'],
    ['1000000000000000', null, 'accounting.invalid_line'],
    [null, '9'.repeat(25), 'accounting.invalid_line'],
  ])('is refused when it says debit %s and credit %s', (debit, credit, code) => {
    expect(() => openingAmount(debit, credit, 'EUR')).toThrow(expect.objectContaining({ code }));
  });
});

describe('an account that is opened', () => {
  it.each([
    [{}, false, null, null],
    [{ role: 'receivable' }, true, '2026-02-01', null],
    [{ role: 'payable' }, false, null, /party/],
    [{ role: 'opening' }, false, null, /by itself/],
    [{ isGroup: true }, false, null, /heading/],
    [{ archived: true }, false, null, /archived/],
    [{}, true, '2026-02-01', /due date/],
  ])('%o with a party: %s, due on %s', (what, hasParty, dueOn, why) => {
    const told = whyNotOpened({ ...account, ...what }, hasParty, dueOn);
    if (why === null) expect(told).toBeNull();
    else expect(told).toMatch(why);
  });
});
