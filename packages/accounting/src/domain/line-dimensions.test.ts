import { describe, expect, it } from 'vitest';
import type { EntryLine } from './check-entry.ts';
import { type DimensionRule, dimensionsOf, heldToRules } from './line-dimensions.ts';

const line = (accountId: string, dimensions?: Record<string, string>): EntryLine => ({
  accountId,
  partyId: null,
  description: null,
  currency: 'EUR',
  amountMinor: 1n,
  ...(dimensions ? { dimensions } : {}),
});
const rule = (kind: DimensionRule['rule'], dimensionId = 'centre', defaultValueId: string | null = null): DimensionRule => ({
  dimensionId,
  dimension: 'Cost centre',
  rule: kind,
  defaultValueId,
});
const rules: Readonly<Record<string, readonly DimensionRule[]>> = {
  rent: [rule('mandatory')],
  wages: [rule('mandatory', 'centre', 'hr'), rule('forbidden', 'project')],
  fuel: [rule('optional', 'centre', 'fleet')],
};
const held = (...lines: EntryLine[]) => heldToRules(lines, (accountId) => rules[accountId] ?? []);

describe('what accounts ask of their lines', () => {
  it('leaves lines alone on accounts without rules', () => {
    const lines = [line('bank'), line('bank', { centre: 'it' })];
    expect(held(...lines)).toEqual(lines);
  });

  it('gives a line the default of its account, mandatory or not, unless it names a value', () => {
    const dimensions = held(line('wages'), line('wages', { centre: 'it' }), line('fuel'), line('rent', { centre: 'it' }));
    expect(dimensions.map((each) => each.dimensions)).toEqual([
      { centre: 'hr' },
      { centre: 'it' },
      { centre: 'fleet' },
      { centre: 'it' },
    ]);
  });

  it('refuses every line that lacks what is mandatory or names what is forbidden, by pointer', () => {
    expect(() => held(line('bank'), line('rent', { project: 'p' }), line('wages', { project: 'p' }))).toThrow(
      expect.objectContaining({
        code: 'accounting.dimension_required',
        message: 'Line 2: this account needs a value of Cost centre.',
        details: {
          errors: [
            expect.objectContaining({ pointer: '/lines/1/dimensions/centre', code: 'accounting.dimension_required' }),
            expect.objectContaining({ pointer: '/lines/2/dimensions/project', code: 'accounting.dimension_forbidden' }),
          ],
        },
      }),
    );
  });
});

describe('the values that a line names', () => {
  const usable = new Map([
    ['it', 'centre'],
    ['hr', 'centre'],
  ]);
  const of = (...named: [string, string][]) =>
    dimensionsOf(
      named.map(([dimensionId, valueId]) => ({ dimensionId, valueId })),
      usable,
      '/lines/3',
    );

  it('are one of each dimension, and of the dimension that they are said to be of', () => {
    expect(of(['centre', 'it'])).toEqual({ centre: 'it' });
    const refusal = (index: number) =>
      expect.objectContaining({
        code: 'accounting.unknown_dimension_value',
        details: { errors: [expect.objectContaining({ pointer: `/lines/3/dimensions/${index}/valueId` })] },
      });
    expect(() => of(['centre', 'it'], ['centre', 'hr'])).toThrow(refusal(1));
    expect(() => of(['project', 'it'])).toThrow(refusal(0));
    expect(() => of(['centre', 'gone'])).toThrow(refusal(0));
  });
});
