import { expect, it } from 'vitest';
import { budgetPaper } from './budget-paper.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const figures = (planned: string, actual: string, variance: string) => ({
  planned: eur(planned),
  actual: eur(actual),
  variance: eur(variance),
});
const months = [
  { id: 'jan', startsOn: '2026-01-01', endsOn: '2026-01-31' },
  { id: 'feb', startsOn: '2026-02-01', endsOn: '2026-02-28' },
];
const report = {
  ...{ currency: 'EUR', approvedAt: '2026-01-05T09:00:00.000Z', dimensionId: null, periods: months },
  rows: [
    {
      ...{ accountId: 'a', code: '6020', name: 'Rent', type: 'expense' as const, valueId: 'v', value: 'IT Technology' },
      ...figures('200.00', '150.50', '-49.50'),
      ...{ percent: '75.3', cells: [] },
    },
  ],
  totals: [figures('-100.00', '-150.50', '-50.50'), figures('-100.00', '0.00', '100.00')],
  result: figures('-200.00', '-150.50', '49.50'),
};
const head = { company: 'Acme', currency: 'EUR', only: [] };

it('a budget is printed line by line, with what it comes to period by period', () => {
  const { title, about, rows } = budgetPaper(head, { name: 'Costs', revision: 2, knownOn: '2026-02-10', language: 'en' }, report);
  expect([title, ...about]).toEqual([
    'Budget against actual: Costs',
    '1 Jan 2026 – 28 Feb 2026',
    'Amounts in EUR',
    'As known on 2026-02-10',
    'Version 2 of 5 Jan 2026',
  ]);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['6020', 'Rent', 'IT Technology', '200.00', '150.50', '-49.50', '75.3'],
    [null, 'Income less expenses', null, '-200.00', '-150.50', '49.50', null],
    [null, 'Income less expenses by period', null, null, null, null, null],
    [null, '1 Jan 2026 – 31 Jan 2026', null, '-100.00', '-150.50', '-50.50', null],
    [null, '1 Feb 2026 – 28 Feb 2026', null, '-100.00', '0.00', '100.00', null],
  ]);
});

it('a period alone is printed once, in German too', () => {
  const [first = figures('0', '0', '0')] = report.totals;
  const one = { ...report, approvedAt: null, periods: months.slice(0, 1), totals: [first], result: first };
  const { title, about, rows } = budgetPaper(head, { name: 'Kosten', revision: 1, language: 'de' }, one);
  expect([title, about.at(-1)]).toEqual(['Budget und Ist: Kosten', 'Fassung 1, ein Entwurf']);
  expect(rows).toHaveLength(2);
});
