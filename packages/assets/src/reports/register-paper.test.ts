import { expect, it } from 'vitest';
import { registerPaper } from './register-paper.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const figures = { cost: eur('1200.00'), accumulated: eur('100.00'), net: eur('1100.00') };
const register = {
  ...{ asOf: '2026-03-31', currency: 'EUR', total: figures },
  rows: [{ id: 'a', code: 'A1', name: 'Press', categoryName: 'Machines', status: 'in_service' as const, ...figures }],
  accounts: [
    { accountId: 'x', accountCode: '1510', balance: eur('1200.00') },
    { accountId: 'y', accountCode: '1590', balance: eur('-100.00') },
  ],
};
const head = { company: 'Acme', currency: 'EUR', only: [] };

it('a register is printed asset by asset, with the accounts that it ties to', () => {
  const { title, about, rows } = registerPaper(head, register, 'en');
  expect([title, ...about]).toEqual(['Asset register', 'As of 31 Mar 2026', 'Amounts in EUR']);
  expect(rows.map(({ cells }) => cells)).toEqual([
    ['A1', 'Press', 'Machines', 'In service', '1200.00', '100.00', '1100.00'],
    [null, 'Total', null, null, '1200.00', '100.00', '1100.00'],
    [null, 'By account', null, null, null, null, null],
    ['1510', null, null, null, null, null, '1200.00'],
    ['1590', null, null, null, null, null, '-100.00'],
  ]);
});

it('a register is printed in German too', () => {
  const { title, about, rows } = registerPaper(head, register, 'de');
  expect([title, about[0], rows[0]?.cells[3]]).toEqual(['Anlagenverzeichnis', 'Zum 31.03.2026', 'In Betrieb']);
});
