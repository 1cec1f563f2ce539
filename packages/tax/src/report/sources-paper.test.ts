import { expect, it } from 'vitest';
import { differencesPaper, documentsPaper } from './sources-paper.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const head = { company: 'Acme', currency: 'EUR', only: [{ dimension: 'Project', code: 'B', name: 'Bridge' }] };
const source = (number: string) => ({
  ...{ sourceKind: 'sales.invoice', sourceId: null, entryId: number, number },
  ...{ description: 'Invoice to Ada', date: '2026-03-10' },
});
const days = { from: '2026-03-01', to: '2026-03-31' };

it('the documents of a tax are printed with what they come to', () => {
  const items = [
    { ...source('JRN-2'), base: eur('-100.00'), amount: eur('-19.00') },
    { ...source('JRN-1'), base: eur('300.00'), amount: eur('57.00') },
  ];
  const of = { ...days, direction: 'sale' as const, knownOn: '2026-04-10', name: 'S19 Standard', language: 'en' as const };
  const { title, about, rows } = documentsPaper(head, of, items);
  expect([title, ...about]).toEqual([
    'Documents of a tax (Sales): S19 Standard',
    '1 Mar 2026 – 31 Mar 2026',
    'Amounts in EUR',
    'Project: B Bridge',
    'As known on 2026-04-10',
  ]);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['2026-03-10', 'JRN-2', 'Invoice to Ada', '-100.00', '-19.00'],
    ['2026-03-10', 'JRN-1', 'Invoice to Ada', '300.00', '57.00'],
    [null, null, 'Total', '200.00', '38.00'],
  ]);
});

it('what was posted beside documents is printed in German too, and nothing as nothing', () => {
  const of = { ...days, name: '2200 USt', language: 'de' as const };
  const one = { ...source('JRN-3'), documents: eur('0.00'), ledger: eur('7.00'), difference: eur('7.00') };
  const { title, columns, rows } = differencesPaper(head, of, [one]);
  expect(title).toBe('Unterschiede auf einem Steuerkonto: 2200 USt');
  expect(columns.map(({ label }) => label).slice(3)).toEqual(['Belege', 'Hauptbuch', 'Unterschied']);
  expect(rows.at(-1)?.cells).toEqual([null, null, 'Summe', '0.00', '7.00', '7.00']);
  expect(differencesPaper(head, of, []).rows.map(({ cells }) => cells)).toEqual([[null, null, 'Summe', '0.00', '0.00', '0.00']]);
});
