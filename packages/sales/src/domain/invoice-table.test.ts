import { expect, it } from 'vitest';
import { documentAmount } from './imported-amount.ts';
import { mentionsOfInvoiceRow } from './invoice-table.ts';

const row = {
  reference: 'c7',
  date: '2026-01-05',
  customer: '17850',
  country: 'Norway',
  product: 'P1',
  description: 'Bolt',
  quantity: '-2',
  unitPrice: '1.50',
};

it.each([
  ['', 'false'],
  ['C', 'true'],
  ['CR', 'false'],
])('with the prefix "%s" the document c7 is a credit note: %s', (creditPrefix, credit) => {
  expect(mentionsOfInvoiceRow({ ...row, creditPrefix }).document).toEqual({
    reference: 'c7',
    date: '2026-01-05',
    customer: '17850',
    shipCountry: 'Norway',
    credit,
  });
});

it('names the customer and the product, as far as the row says', () => {
  expect(mentionsOfInvoiceRow(row).others).toEqual([
    {
      kind: 'parties.customers',
      key: '17850',
      values: { code: '17850', name: '', country: 'Norway' },
      otherwise: { name: '17850' },
    },
    {
      kind: 'catalog.products',
      key: 'P1',
      values: { code: 'P1', name: 'Bolt', salesPrice: '1.50' },
      otherwise: { name: 'P1', salesPrice: '0' },
    },
  ]);
  const silent = mentionsOfInvoiceRow({ ...row, customer: 'WALK-IN', unitPrice: '0.00' }).others;
  expect(silent.map(({ values }) => values)).toEqual([
    { code: 'WALK-IN', name: 'Walk-in customer', country: '' },
    { code: 'P1', name: 'Bolt', salesPrice: '' },
  ]);
});

it.each([
  ['2', false, '2'],
  ['-2', true, '2'],
  ['0', true, '0'],
  ['-0.00', false, '0.00'],
])('%s is what a document (credit note: %s) states as %s', (amount, credit, stated) => {
  expect(documentAmount('Quantity', amount, credit)).toBe(stated);
});

it.each([
  ['-2', false],
  ['2', true],
])('%s does not fit a document (credit note: %s)', (amount, credit) => {
  expect(() => documentAmount('Quantity', amount, credit)).toThrow(expect.objectContaining({ code: 'sales.wrong_sign' }));
});
