import type { Decimal } from '@atlas/kernel';

/**
 * How a tax follows from its base: `percent` is a share of the base, `fixed` an amount for each unit of quantity,
 * `division` a share of the price with the tax in it, `surtax` a share of what other taxes come to.
 */
export type TaxKind = 'percent' | 'fixed' | 'division' | 'surtax';

/**
 * What the tax does to a document. `domestic` is owed with the price. `reverse_charge` is owed by who buys, to the state: it is
 * worked out and reported, and not part of what is paid. `withholding` is kept back from the payment. `exempt` is reported with
 * its reason, and nothing is owed.
 */
export type TaxOperation = 'domestic' | 'reverse_charge' | 'withholding' | 'exempt';

/** One tax as it is on one day. */
export type Tax = {
  readonly key: string;
  readonly kind: TaxKind;
  /** Share of one (0.19 is 19 %), or of a fixed tax the amount for each unit. */
  readonly value: Decimal;
  readonly operation: TaxOperation;
  /** The price has this tax in it. */
  readonly included: boolean;
  /** Later taxes are worked out on a base with this tax in it, unless they say otherwise. */
  readonly affectsBase: boolean;
  /** Earlier taxes that affect bases affect this one's. */
  readonly baseAffected: boolean;
  /** Of a surtax: the keys of the taxes that it is a share of. */
  readonly on?: readonly string[];
};

/** A tax, or several under one name, at a place among others. */
export type TaxNode = { readonly sequence: number } & (
  | { readonly tax: Tax }
  | { readonly group: string; readonly children: readonly TaxNode[] }
);

/** The taxes in the order in which they are worked out: by sequence, then as listed; a group stands where the group does. */
export function inOrder(nodes: readonly TaxNode[]): Tax[] {
  const sorted = [...nodes].sort((a, b) => a.sequence - b.sequence);
  return sorted.flatMap((node) => ('tax' in node ? [node.tax] : inOrder(node.children)));
}

/** Whether the net is in the base of a tax; a surtax is on taxes alone. */
export const isOnNet = ({ kind }: Tax): boolean => kind !== 'surtax';

/** Whether what a tax comes to is part of what a document comes to. */
export const isOwed = ({ operation }: Tax): boolean => operation === 'domestic' || operation === 'exempt';
