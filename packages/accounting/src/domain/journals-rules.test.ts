import { addDays, businessDate, dateOfDayNumber, dayNumber } from '@atlas/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFourEyes, checkStep, needsApproval } from './draft-state.ts';
import { fillTemplate, type TemplateLine } from './journal-template.ts';
import { dateAfter, firstDate, type Recurrence } from './recurrence.ts';

const every = (everyCount: number, everyUnit: Recurrence['everyUnit'], startsOn: string, endsOn: string | null = null) => ({
  everyCount,
  everyUnit,
  startsOn: businessDate(startsOn),
  endsOn: endsOn === null ? null : businessDate(endsOn),
});

function datesOf(recurrence: Recurrence, most: number): string[] {
  const dates: string[] = [];
  for (let date = firstDate(recurrence); date !== null && dates.length < most; date = dateAfter(recurrence, date))
    dates.push(date);
  return dates;
}

describe('a recurrence', () => {
  it.each([
    [every(1, 'month', '2026-01-31'), ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    [every(1, 'month_end', '2026-01-10'), ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
    [every(3, 'month', '2026-11-15'), ['2026-11-15', '2027-02-15', '2027-05-15', '2027-08-15']],
    [every(2, 'week', '2026-12-24'), ['2026-12-24', '2027-01-07', '2027-01-21', '2027-02-04']],
    [every(12, 'month', '2028-02-29'), ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28']],
    [every(1, 'month', '2026-01-15', '2026-02-28'), ['2026-01-15', '2026-02-15']],
    [every(1, 'month_end', '2026-01-15', '2026-01-30'), []],
  ])('comes on its dates: %o', (recurrence, dates) => {
    expect(datesOf(recurrence, 4)).toEqual(dates);
  });

  it('finds from any day the date that counting from the first finds', () => {
    const day = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2030-12-31') }).map(dateOfDayNumber);
    const unit = fc.constantFrom<Recurrence['everyUnit'][]>('week', 'month', 'month_end');
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 24 }),
        unit,
        fc.integer({ min: -400, max: 900 }),
        (startsOn, count, of, days) => {
          const recurrence = { everyCount: count, everyUnit: of, startsOn, endsOn: null };
          const asked = addDays(startsOn, days);
          let date = firstDate(recurrence);
          while (date !== null && date <= asked) date = dateAfter(recurrence, date);
          expect(dateAfter(recurrence, asked)).toBe(date);
        },
      ),
    );
  });
});

describe('a template', () => {
  const line = (side: 'debit' | 'credit', rest: object) =>
    ({ accountId: 'a', partyId: null, description: null, side, ...rest }) as TemplateLine;

  it('shares out an amount so that no cent is lost', () => {
    const third = { kind: 'share', share: '0.333333333' };
    const lines = [
      line('debit', third),
      line('debit', third),
      line('debit', { kind: 'share', share: '0.333333334' }),
      line('credit', { kind: 'share', share: '1' }),
    ];
    const filled = fillTemplate(lines, '100.00', {}, 'EUR');
    expect(filled.map(({ debit, credit }) => debit ?? credit)).toEqual(['33.33', '33.34', '33.33', '100.00']);
  });

  it('keeps what is fixed, takes what is given for blanks, and leaves the others empty', () => {
    const lines = [
      line('debit', { kind: 'fixed', amount: '10.00' }),
      line('debit', { kind: 'blank' }),
      line('credit', { kind: 'blank' }),
    ];
    expect(fillTemplate(lines, null, { 2: '5' }, 'EUR').map(({ debit, credit }) => [debit, credit])).toEqual([
      ['10.00', undefined],
      ['5', undefined],
      [undefined, undefined],
    ]);
    const shared = [line('debit', { kind: 'share', share: '0.5' })];
    expect(() => fillTemplate(shared, null, {}, 'EUR')).toThrow(
      expect.objectContaining({ code: 'accounting.template_needs_amount' }),
    );
  });

  it('whose shares are the whole balances, whatever the amount', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 6 })
      .filter((all) => all.some(Boolean));
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 9_999_999 }), (all, cents) => {
        let left = 1000;
        const shares = all.map((weight, index) => {
          const share = index === all.length - 1 ? left : Math.min(left, weight);
          left -= share;
          return `${Math.floor(share / 1000)}.${String(share % 1000).padStart(3, '0')}`;
        });
        const lines = shares.map((share) => line('debit', { kind: 'share', share }));
        const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const sum = fillTemplate(lines, amount, {}, 'EUR').reduce(
          (total, { debit }) => total + BigInt((debit ?? '').replace('.', '')),
          0n,
        );
        expect(sum).toBe(BigInt(cents));
      }),
    );
  });
});

describe('an approval', () => {
  it('is needed above the limit, not at it', () => {
    expect([needsApproval(100n, 100n), needsApproval(101n, 100n), needsApproval(1n, 0n), needsApproval(1n, null)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('takes other eyes than those that wrote, and nobody without a name', () => {
    expect(() => checkFourEyes(['a', 'b'], 'c')).not.toThrow();
    for (const actor of ['a', 'b', null])
      expect(() => checkFourEyes(['a', 'b'], actor)).toThrow(expect.objectContaining({ code: 'accounting.own_journal' }));
  });

  it('is decided while it is waited for, and then no more', () => {
    expect(() => checkStep('awaiting_approval', 'decide')).not.toThrow();
    for (const [status, step] of [
      ['draft', 'decide'],
      ['posted', 'edit'],
      ['posted', 'post'],
      ['awaiting_approval', 'edit'],
      ['awaiting_approval', 'post'],
      ['awaiting_approval', 'submit'],
    ] as const)
      expect(() => checkStep(status, step)).toThrow(expect.objectContaining({ code: 'accounting.wrong_draft_status' }));
  });
});
