import { expect, it } from 'vitest';
import { partyStatementPaper } from './party-statement-paper.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const yen = (amount: string) => ({ amount, currency: 'JPY' });
const statement = {
  ...{ partyId: 'p', partyName: 'Ada', from: '2026-03-01', to: '2026-03-31', ledger: 'receivable' as const },
  currencies: [
    {
      ...{ currency: 'EUR', opening: eur('10.00'), closing: eur('129.00'), overdue: eur('119.00') },
      lines: [
        {
          ...{ date: '2026-03-10', dueOn: '2026-03-20', sourceKind: 'sales.invoice', sourceId: null, documentNumber: 'INV-1' },
          ...{ amount: eur('119.00'), open: eur('119.00'), balance: eur('129.00') },
        },
      ],
    },
    { currency: 'JPY', opening: yen('500'), closing: yen('500'), overdue: yen('0'), lines: [] },
  ],
};
const head = { company: 'Acme', currency: 'EUR', only: [] };

it('a statement of account is printed currency by currency, from what was owed to what is', () => {
  const { title, about, rows } = partyStatementPaper(head, statement, 'en');
  expect([title, ...about]).toEqual([
    'Statement of account: Ada',
    '1 Mar 2026 – 31 Mar 2026',
    'Amounts in EUR, JPY',
    'Customers',
  ]);
  expect(rows.map(({ cells }) => cells)).toEqual([
    [null, 'Opening balance', null, 'EUR', null, null, '10.00'],
    ['2026-03-10', 'INV-1', '2026-03-20', 'EUR', '119.00', '119.00', '129.00'],
    [null, 'Closing balance', null, 'EUR', null, null, '129.00'],
    [null, 'Of these, overdue', null, 'EUR', null, '119.00', null],
    [null, 'Opening balance', null, 'JPY', null, null, '500'],
    [null, 'Closing balance', null, 'JPY', null, null, '500'],
    [null, 'Of these, overdue', null, 'JPY', null, '0', null],
  ]);
});

it('a statement of nothing names the currency of the books, in German too', () => {
  const { title, about, rows } = partyStatementPaper(head, { ...statement, ledger: 'payable', currencies: [] }, 'de');
  expect([title, ...about.slice(1)]).toEqual(['Kontoauszug: Ada', 'Beträge in EUR', 'Lieferanten']);
  expect(rows).toEqual([]);
});
