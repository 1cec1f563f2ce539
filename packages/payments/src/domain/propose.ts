import type { BusinessDate } from '@atlas/kernel';
import { type OtherOpen, stillOwed } from './dunning-figures.ts';
import { type DunningStep, type LastReminder, nextLevel } from './dunning-level.ts';

type Overdue = {
  readonly partyId: string;
  readonly dueOn: BusinessDate;
  readonly currency: string;
  readonly openMinor: bigint;
  readonly last: LastReminder | null;
};

type Ground<I> = {
  readonly items: readonly I[];
  readonly others: readonly (OtherOpen & { readonly partyId: string })[];
  readonly steps: readonly DunningStep[];
  readonly asOf: BusinessDate;
};

export type Proposal<I> = {
  readonly partyId: string;
  readonly items: readonly (I & { readonly level: number })[];
  readonly others: readonly OtherOpen[];
};

/**
 * Whom to remind of what on a day: items whose turn it is, of customers who owe more than they have to their credit. Credits
 * are set off against all that is overdue, also against what it is not the turn of.
 */
export function proposalsOf<I extends Overdue>({ items, others, steps, asOf }: Ground<I>): Proposal<I>[] {
  const byParty = ({ partyId }: { readonly partyId: string }): string => partyId;
  const open = Map.groupBy(others, byParty);
  return [...Map.groupBy(items, byParty)].flatMap(([partyId, own]) => {
    const besides = (open.get(partyId) ?? []).map(({ currency, feesMinor, creditMinor }) => ({
      currency,
      feesMinor,
      creditMinor,
    }));
    const due = stillOwed(own, besides).flatMap((item) => {
      const level = nextLevel(steps, item, asOf);
      return level === null ? [] : [{ ...item, level }];
    });
    return due.length === 0 ? [] : [{ partyId, items: due, others: besides }];
  });
}
