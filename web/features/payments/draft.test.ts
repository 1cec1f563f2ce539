import { expect, it } from 'vitest';
import { allocatedOf, freshDraft, keyOf, type OpenItem, paymentInput, spread, wholeShare } from './draft.ts';

const item = (position: number, open: string, fields: Partial<OpenItem> = {}): OpenItem => ({
  entryId: '0199f0a0-0000-7000-8000-000000000001',
  position,
  ledger: 'receivable',
  partyId: null,
  partyName: null,
  sourceKind: 'sales.invoice',
  sourceId: null,
  documentNumber: `INV-${position}`,
  reference: null,
  date: '2026-03-01',
  dueOn: '2026-03-31',
  amount: { amount: open, currency: 'EUR' },
  open: { amount: open, currency: 'EUR' },
  discountUntil: null,
  discount: null,
  ...fields,
});
const draft = freshDraft('in', 'p', '2026-03-10', 'EUR');

it('gives the money to the oldest items first, and leaves the rest on the last', () => {
  const items = [item(1, '100.00'), item(2, '50.00'), item(3, '10.00')];
  const shares = spread(items, { ...draft, amount: '120' });
  expect(items.map((each) => shares[keyOf(each)]?.amount)).toEqual(['100.00', '20.00', undefined]);
});

it('takes an early discount off until its day, and only where the item is paid whole', () => {
  const offered = item(1, '100.00', { discountUntil: '2026-03-10', discount: { amount: '2.00', currency: 'EUR' } });
  expect(wholeShare(offered, draft)).toEqual({ amount: '98.00', discount: '2.00', writeOff: '' });
  expect(wholeShare(offered, { ...draft, date: '2026-03-11' })).toEqual({ amount: '100.00', discount: '', writeOff: '' });
  expect(wholeShare(offered, { ...draft, amount: '97.99' })).toEqual({ amount: '97.99', discount: '', writeOff: '' });
});

it('settles bills by what they are worth, without their sign', () => {
  expect(wholeShare(item(1, '-100.00'), { ...draft, direction: 'out' }).amount).toBe('100.00');
});

it('is sent with what is given to its items as its amount, when none was typed', () => {
  const one = item(1, '100.00');
  const full = {
    ...draft,
    partyId: 'p',
    shares: { [keyOf(one)]: wholeShare(one, draft), other: { amount: '', discount: '', writeOff: '' } },
  };
  expect(allocatedOf(full)).toBe(10000n);
  expect(paymentInput(full)).toMatchObject({
    amount: '100.00',
    items: [{ entryId: one.entryId, position: 1, amount: '100.00' }],
  });
});
