import { expect, it } from 'vitest';
import { taxPaper } from './tax-paper.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const report = {
  ...{ from: '2026-03-01', to: '2026-03-31', currency: 'EUR' },
  rows: [
    {
      ...{ taxId: 'a', code: 'S19', name: 'Standard', operation: 'domestic' as const, direction: 'sale' as const },
      ...{ base: eur('300.00'), amount: eur('57.00'), documentCount: 2 },
    },
    {
      ...{ taxId: 'b', code: 'W10', name: 'Royalties', operation: 'withholding' as const, direction: 'purchase' as const },
      ...{ base: eur('50.00'), amount: eur('5.00'), documentCount: 1 },
    },
  ],
  accounts: [
    { accountId: 'x', code: '2200', name: 'VAT', documents: eur('57.00'), ledger: eur('64.00'), difference: eur('7.00') },
  ],
  owed: eur('64.00'),
};
const head = { company: 'Acme', currency: 'EUR', only: [] };

it('taxes are printed with their bases, and the accounts below with what the ledger says', () => {
  const { title, about, rows } = taxPaper(head, report, 'en');
  expect([title, ...about]).toEqual(['Tax report', '1 Mar 2026 – 31 Mar 2026', 'Amounts in EUR']);
  expect(rows.map(({ look, cells }) => [look, ...cells])).toEqual([
    ['plain', 'S19', 'Standard', 'Sales', '2', '300.00', '57.00', null, null],
    ['plain', 'W10', 'Royalties (Withheld from the payment)', 'Purchases', '1', '50.00', '5.00', null, null],
    ['title', null, 'Accounts of taxes', null, null, null, null, null, null],
    ['plain', '2200', 'VAT', null, null, null, '57.00', '64.00', '7.00'],
    ['strong', null, 'Owed by the ledger', null, null, null, null, '64.00', null],
  ]);
});

it('taxes are printed in German too', () => {
  const { title, columns, rows } = taxPaper(head, report, 'de');
  expect([title, ...columns.map(({ label }) => label).slice(4)]).toEqual([
    ...['Steuerbericht', 'Grundlage', 'Steuer', 'Hauptbuch', 'Unterschied'],
  ]);
  expect(rows.at(-1)?.cells[1]).toBe('Laut Hauptbuch geschuldet');
});
