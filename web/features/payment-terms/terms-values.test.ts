import { createPaymentTerms } from '@atlas/payments/contract';
import { expect, test } from 'vitest';
import { conditionsOf, freshLine, freshTerms, inputOf, valuesOf, withOneMore, withoutLine } from './terms-values.ts';

const stored = {
  id: '0190c0de-0000-7000-8000-000000000001',
  code: 'HALF',
  name: 'Half now',
  lines: [
    { kind: 'percent', value: '0.125', months: 0, onDay: null, days: 0, dayOfNextMonth: null },
    { kind: 'fixed', value: '100', months: 1, onDay: 15, days: 0, dayOfNextMonth: null },
    { kind: 'percent', value: '0.1', months: 0, onDay: null, days: 45, dayOfNextMonth: 0 },
    { kind: 'rest', value: null, months: 0, onDay: null, days: 10, dayOfNextMonth: 5 },
  ],
  discount: null,
  archived: false,
  version: 1,
} as const;

test('terms are typed in per cent and come back as they were stored', () => {
  const values = valuesOf({ ...stored, lines: [...stored.lines] });
  expect(values.lines.map(({ value }) => value)).toEqual(['12.5', '100', '10', '']);
  expect(conditionsOf(values).lines).toEqual(stored.lines);
});

test('an early discount goes with one payment and is left out of several', () => {
  const values = { ...freshTerms(), code: 'N', name: 'Net', discounted: true, share: '2.5' };
  expect(createPaymentTerms.input.parse(inputOf(values)).discount).toEqual({ share: '0.025', days: 10, basis: 'gross' });
  expect(conditionsOf({ ...values, lines: withOneMore(values.lines) }).discount).toBeNull();
});

test('what is no number is refused where it stands', () => {
  const lines = [{ ...freshLine('percent', 'soon'), value: '30' }, freshLine('rest')];
  const refused = createPaymentTerms.input.safeParse(inputOf({ ...freshTerms(), code: 'N', name: 'Net', lines }));
  expect(refused.error?.issues.map(({ path }) => path.join('/'))).toEqual(['lines/0/days']);
});

test('the last instalment takes what is left, whichever is taken out', () => {
  const lines = withOneMore(withOneMore(freshTerms().lines));
  expect(lines.map(({ kind }) => kind)).toEqual(['percent', 'percent', 'rest']);
  expect(withoutLine(lines, lines[2]?.key ?? '').map(({ kind }) => kind)).toEqual(['percent', 'rest']);
});
