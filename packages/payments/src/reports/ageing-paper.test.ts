import { expect, it } from 'vitest';
import { ageingPaper } from './ageing-paper.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const yen = (amount: string) => ({ amount, currency: 'JPY' });
const none = { partyCode: null, partyId: null, partyName: null };

const report = {
  asOf: '2026-03-31',
  ledger: 'receivable' as const,
  buckets: ['not_due', '1_30', '31_60', '61_90', 'over_90'] as const,
  rows: [
    {
      ...{ partyId: 'a', partyCode: 'C1', partyName: 'Ada', currency: 'JPY' },
      ...{ buckets: [yen('500'), yen('0'), yen('0'), yen('0'), yen('1000')], total: yen('1500'), value: eur('9.30') },
      itemCount: 2,
    },
    {
      ...{ ...none, currency: 'EUR', buckets: ['-1.00', '0.00', '0.00', '0.00', '0.00'].map(eur) },
      ...{ total: eur('-1.00'), value: eur('-1.00'), itemCount: 1 },
    },
  ],
  sums: (['not_due', '1_30', '31_60', '61_90', 'over_90'] as const).map((bucket, index) => ({
    ...{ bucket, value: eur(['2.10', '0.00', '0.00', '0.00', '6.20'][index] ?? ''), itemCount: 1 },
  })),
  value: eur('8.30'),
  balance: eur('8.30'),
};
const head = { company: 'Acme', currency: 'EUR', only: [{ dimension: 'Project', code: 'B', name: 'Bridge' }] };
const asReport = { ...report, buckets: [...report.buckets] };

it('an ageing is printed party by party in its own currency, with what it comes to in the books', () => {
  const { title, about, columns, rows } = ageingPaper(head, asReport, 'en');
  expect([title, ...about]).toEqual(['Ageing: Customers', 'As of 31 Mar 2026', 'Amounts in EUR, JPY', 'Project: B Bridge']);
  expect(columns.map(({ label }) => label).slice(2, 5)).toEqual(['Currency', 'Not due', '1–30 days']);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['C1', 'Ada', 'JPY', '500', '0', '0', '0', '1000', '1500', '9.30'],
    [null, 'Nobody', 'EUR', '-1.00', '0.00', '0.00', '0.00', '0.00', '-1.00', '-1.00'],
    [null, 'In the books', 'EUR', '2.10', '0.00', '0.00', '0.00', '6.20', null, '8.30'],
    [null, 'Control account', 'EUR', null, null, null, null, null, null, '8.30'],
  ]);
});

it('an ageing of some documents ties to no account; it is printed in German too', () => {
  const { title, rows } = ageingPaper(head, { ...asReport, ledger: 'payable', balance: null }, 'de');
  expect(title).toBe('Offene Posten nach Alter: Lieferanten');
  expect(rows.at(-1)?.cells.slice(0, 3)).toEqual([null, 'In den Büchern', 'EUR']);
});
