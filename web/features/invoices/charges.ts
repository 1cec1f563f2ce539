import { newInvoiceCharge } from '@atlas/sales/contract';
import type { CallInput } from '@atlas/sdk';
import type { calculateTaxes } from '@atlas/tax/contract';
import { type Invoice, percentOf, shareOf } from './shares.ts';

type Charge = Invoice['charges'][number];

/** What the value of a charge is: an amount, or so many per cent of something that stands before it. */
export const chargeBases = ['amount', 'lines', 'charge', 'total', 'document'] as const;

/** A charge as it is typed. `taxIds` are null where it owes what the lines owe. */
export type DraftCharge = {
  key: string;
  kind: Charge['kind'];
  description: string;
  value: string;
  basis: (typeof chargeBases)[number];
  taxIds: readonly string[] | null;
  /** What the form does not ask for stays as it is. */
  kept: Pick<Charge, 'reasonCode' | 'through'> & { accountId: string | null; isShare: boolean };
};

export const blankCharge = (): DraftCharge => ({
  key: crypto.randomUUID(),
  kind: 'discount',
  description: '',
  value: '',
  basis: 'lines',
  taxIds: null,
  kept: { reasonCode: null, through: null, accountId: null, isShare: false },
});

export const chargeDraftOf = (charge: Charge): DraftCharge => ({
  key: crypto.randomUUID(),
  kind: charge.kind,
  description: charge.description,
  value: charge.amount ?? percentOf(charge.share ?? '0'),
  basis: charge.amount !== null && charge.of === 'lines' ? 'amount' : charge.of,
  taxIds: charge.taxIds,
  kept: {
    ...{ reasonCode: charge.reasonCode, through: charge.through, accountId: charge.accountId },
    isShare: charge.of === 'document' && charge.amount === null,
  },
});

/** What a charge comes to, as the contract takes it: the whole document changes by an amount, unless it was a share before. */
function worthOf({ kind, value, basis, taxIds, kept }: DraftCharge) {
  const isAmount = basis === 'amount' || (basis === 'document' && !kept.isShare);
  const through = kept.through !== null && (basis === 'charge' || basis === 'total') ? { through: kept.through } : {};
  return {
    kind,
    ...(isAmount ? { amount: value } : { share: shareOf(value) }),
    of: basis === 'amount' ? ('lines' as const) : basis,
    ...through,
    taxIds: basis === 'document' || taxIds === null ? null : [...taxIds],
  };
}

/** What the contract takes. */
export const chargeInputs = (charges: readonly DraftCharge[]) =>
  charges.map((charge) => ({
    ...worthOf(charge),
    description: charge.description,
    reasonCode: charge.kept.reasonCode,
    ...(charge.kept.accountId === null ? {} : { accountId: charge.kept.accountId }),
  }));

type Asked = NonNullable<CallInput<typeof calculateTaxes>['charges']>[number];

/** The charges as they can be worked out; none while one of them is not complete, because others may be on it. */
export function pricedCharges(charges: readonly DraftCharge[]): Asked[] {
  const inputs = charges.map(worthOf);
  const asked = newInvoiceCharge.pick({ amount: true, share: true });
  const isComplete = inputs.every((input) => asked.safeParse(input).success);
  return isComplete ? inputs : [];
}
