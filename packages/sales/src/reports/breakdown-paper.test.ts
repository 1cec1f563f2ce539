import { expect, it } from 'vitest';
import { breakdownPaper } from './breakdown-paper.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const head = { company: 'Acme', currency: 'EUR', only: [] };
const customers = {
  ...{ currency: 'EUR', by: 'customer' as const, total: eur('290.00') },
  rows: [
    { key: 'C1', id: 'a', label: 'Ada', net: eur('300.00'), invoiceCount: 2 },
    { key: 'C2', id: 'b', label: 'Bob', net: eur('-10.00'), invoiceCount: 1 },
  ],
};

it('revenue is printed customer by customer, with what it comes to', () => {
  const { title, about, columns, rows } = breakdownPaper(
    head,
    { language: 'en', from: '2026-01-01', to: '2026-03-31' },
    customers,
  );
  expect([title, ...about]).toEqual(['Revenue by customer', '1 Jan 2026 – 31 Mar 2026', 'Amounts in EUR']);
  expect(columns.map(({ label }) => label)).toEqual(['Code', 'Customer', 'Documents', 'Net']);
  expect(rows.map(({ look, cells }) => [look, ...cells])).toEqual([
    ['plain', 'C1', 'Ada', '2', '300.00'],
    ['plain', 'C2', 'Bob', '1', '-10.00'],
    ['strong', null, 'Total', null, '290.00'],
  ]);
});

it('what is no name of anything is printed once, and what has none of it as such, in German too', () => {
  const rows = ['', 'DE'].map((key) => ({ key, id: null, label: key, net: eur('1.00'), invoiceCount: 1 }));
  const paper = breakdownPaper(head, { language: 'de', to: '2026-03-31' }, { ...customers, by: 'country', rows });
  expect(paper.title).toBe('Umsatz nach Ländern');
  expect(paper.rows.slice(0, 2).map(({ cells }) => cells.slice(0, 2))).toEqual([
    [null, 'Ohne'],
    [null, 'DE'],
  ]);
});
