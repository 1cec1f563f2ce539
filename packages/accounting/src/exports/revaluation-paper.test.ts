import { expect, it } from 'vitest';
import { revaluationPaper } from './revaluation-paper.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const row = {
  ...{ accountId: 'a', accountCode: '1100', accountName: 'Receivables', currency: 'USD', positionCount: 1 },
  ...{ quotation: 'foreign_per_base' as const, rate: '1.1', rateOn: '2026-03-31', stale: false, kept: false },
  ...{ foreign: { amount: '357.00', currency: 'USD' }, before: eur('329.03'), after: eur('324.55'), difference: eur('-4.48') },
};
const revaluation = {
  ...{ id: 'r', date: '2026-03-31', reversal: 'next_day' as const, status: 'posted' as const, difference: eur('-4.48') },
  ...{ createdAt: '2026-03-31T10:00:00.000Z', rows: [row], entryIds: [] },
};
const head = { company: 'Acme', currency: 'EUR', only: [] };

it('a revaluation is printed account by account, at the rates that it took', () => {
  const { title, about, rows } = revaluationPaper(head, revaluation, 'en');
  expect([title, ...about]).toEqual(['Revaluation', 'As of 31 Mar 2026', 'Amounts in EUR, USD']);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['1100', 'Receivables', 'USD', '1.1 (31 Mar 2026)', 'taken back', '357.00', '329.03', '324.55', '-4.48'],
    [null, 'Total', null, null, null, null, null, null, '-4.48'],
  ]);
});

it('a revaluation that was undone says so, in German too', () => {
  const { title, about } = revaluationPaper(head, { ...revaluation, status: 'undone' }, 'de');
  expect([title, about.at(-1)]).toEqual(['Neubewertung', 'Zurückgenommen']);
});
