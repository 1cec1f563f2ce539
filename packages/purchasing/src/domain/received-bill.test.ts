import { describe, expect, it } from 'vitest';
import { type Received, receivedBill, taxFor } from './received-bill.ts';

const document: Received = {
  kind: 'invoice',
  number: 'A-1',
  issueDate: '2026-03-01',
  dueDate: '2026-03-31',
  notes: [{ text: 'One' }, { text: 'Two' }],
  totals: { withVat: '118.99', rounding: '-0.01' },
  allowancesCharges: [
    { charge: false, reason: 'Loyal', amount: '5.00', vat: { code: 'S', rate: '19.00' } },
    { charge: true, reason: null, amount: '0.00', vat: null },
  ],
  lines: [
    {
      quantity: '3.0',
      net: '105.00',
      price: { net: '35.0000' },
      name: 'Paper',
      description: null,
      vat: { code: 'S', rate: '19' },
    },
  ],
};

describe('an electronic invoice', () => {
  it('becomes a bill with its nets, its allowances as lines and its total', () => {
    expect(receivedBill(document)).toMatchObject({
      kind: 'bill',
      supplierNumber: 'A-1',
      date: '2026-03-01',
      dueDate: '2026-03-31',
      total: '118.99',
      rounding: '-0.01',
      note: 'One\nTwo',
      lines: [
        { description: 'Paper', quantity: '3.0', unitPrice: '35.0000', net: '105.00' },
        { description: 'Loyal', quantity: '-1', unitPrice: '5.00', net: '-5.00' },
      ],
    });
  });

  it('is due by the terms of its supplier where its own day cannot be', () => {
    expect(receivedBill({ ...document, dueDate: '2026-02-01' })).not.toHaveProperty('dueDate');
  });

  it.each([
    ['S', '19.00', 'v19'],
    ['S', '7', 'v7'],
    ['S', '5', null],
    ['AE', '0', 'rc'],
    ['K', null, 'rc'],
    ['E', '0', null],
  ])('with VAT of category %s at %s %% has the tax %s', (code, rate, id) => {
    const known = [
      { id: 'v7', operation: 'domestic', percent: '7' },
      { id: 'v19', operation: 'domestic', percent: '19' },
      { id: 'rc', operation: 'reverse_charge', percent: '19' },
    ];
    expect(taxFor({ code, rate }, known)).toBe(id);
  });
});
