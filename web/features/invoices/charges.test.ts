import { describe, expect, it } from 'vitest';
import { blankCharge, chargeDraftOf, chargeInputs, pricedCharges } from './charges.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const saved = {
  ...{ position: 2, kind: 'discount' as const, description: 'Loyalty', reasonCode: '95', accountId: 'a' },
  ...{ net: eur('-1.00'), tax: eur('0.00'), parts: [] },
};

describe('charges as they are typed', () => {
  it('of a saved invoice are sent as they were', () => {
    const written = [
      { amount: '5.00', share: null, of: 'lines' as const, through: null, taxIds: ['t'] },
      { amount: null, share: '0.125', of: 'total' as const, through: 1, taxIds: null },
      { amount: '7.00', share: null, of: 'document' as const, through: null, taxIds: null },
      { amount: null, share: '0.03', of: 'document' as const, through: null, taxIds: null },
    ];
    const sent = chargeInputs(written.map((charge) => chargeDraftOf({ ...saved, ...charge })));
    const given = written.map((charge) =>
      Object.fromEntries(Object.entries(charge).filter(([key, value]) => key === 'taxIds' || value !== null)),
    );
    const { description, reasonCode, kind, accountId } = saved;
    expect(sent).toEqual(given.map((charge) => ({ ...charge, description, reasonCode, kind, accountId })));
  });

  it('are worked out once all of them are complete', () => {
    const typed = { ...blankCharge(), value: '10' };
    expect(pricedCharges([typed])).toEqual([{ kind: 'discount', share: '0.1', of: 'lines', taxIds: null }]);
    expect(pricedCharges([typed, { ...typed, basis: 'amount', value: 'x' }])).toEqual([]);
  });
});
