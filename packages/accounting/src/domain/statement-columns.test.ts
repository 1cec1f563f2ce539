import { expect, test } from 'vitest';
import { type Layout, spansOfColumns } from './statement-columns.ts';

const layout = (given: Partial<Layout>): Layout => ({
  columns: 'one',
  periods: 1,
  from: '2026-01-01',
  to: '2026-03-31',
  asOf: false,
  ...given,
});
const shown = (given: Partial<Layout>) => spansOfColumns(layout(given)).map(({ from, to }) => (from ? `${from} ${to}` : to));

test.each([
  [{ columns: 'previous' as const }, ['2026-01-01 2026-03-31', '2025-10-01 2025-12-31']],
  [{ columns: 'previous' as const, from: '2026-03-10', to: '2026-03-19' }, ['2026-03-10 2026-03-19', '2026-02-28 2026-03-09']],
  [{ columns: 'previous' as const, from: '2026-02-01', to: '2026-02-28' }, ['2026-02-01 2026-02-28', '2026-01-01 2026-01-31']],
  [{ columns: 'year_before' as const, from: '2024-02-01', to: '2024-02-29' }, ['2024-02-01 2024-02-29', '2023-02-01 2023-02-28']],
  [{ columns: 'year_before' as const, from: '2025-02-01', to: '2025-02-28' }, ['2025-02-01 2025-02-28', '2024-02-01 2024-02-29']],
  [{ columns: 'year_before' as const, periods: 2 }, ['2026-01-01 2026-03-31', '2025-01-01 2025-03-31', '2024-01-01 2024-03-31']],
  [
    { columns: 'month' as const, from: '2026-01-15' },
    ['2026-01-15 2026-01-31', '2026-02-01 2026-02-28', '2026-03-01 2026-03-31', '2026-01-15 2026-03-31'],
  ],
  [
    { columns: 'quarter' as const, from: '2025-11-01', to: '2026-02-10' },
    ['2025-11-01 2026-01-31', '2026-02-01 2026-02-10', '2025-11-01 2026-02-10'],
  ],
  [{ columns: 'year' as const }, ['2026-01-01 2026-03-31']],
  [{ asOf: true, columns: 'previous' as const, to: '2026-03-31', periods: 2 }, ['2026-03-31', '2026-02-28', '2026-01-31']],
  [{ asOf: true, columns: 'month' as const }, ['2026-01-31', '2026-02-28', '2026-03-31']],
])('%j is set in %j', (given, expected) => {
  expect(shown(given)).toEqual(expected);
});

test('the pieces of a range are the range, without gap and without overlap', () => {
  const cut = spansOfColumns(layout({ columns: 'quarter', from: '2024-05-17', to: '2026-10-03' }));
  const whole = cut.pop();
  expect([cut[0]?.from, cut.at(-1)?.to]).toEqual([whole?.from, whole?.to]);
});

test('what is no range, has no start to cut from or needs too many columns is refused', () => {
  const invalid = expect.objectContaining({ code: 'invalid_period' });
  expect(() => spansOfColumns(layout({ to: '2025-12-31' }))).toThrow(invalid);
  expect(() => spansOfColumns(layout({ asOf: true, from: null, columns: 'month' }))).toThrow(invalid);
  expect(() => spansOfColumns(layout({ from: '2020-01-01', columns: 'month' }))).toThrow(invalid);
});
