import { exponentOf, moneyOf, scaledText } from '@atlas/kernel';
import type { listOpenItems, postPayment } from '@atlas/payments/contract';
import type { z } from 'zod';

export type OpenItem = z.output<typeof listOpenItems.output>['items'][number];
export type Direction = 'in' | 'out';

/** What is typed beside an open item; decimal text, or whatever was typed instead. */
export type Share = { amount: string; discount: string; writeOff: string };

export type Draft = {
  direction: Direction;
  partyId: string;
  partyLabel: string;
  date: string;
  accountId: string;
  currency: string;
  amount: string;
  /** What the bank made of a foreign amount; empty takes the rate of the day. */
  value: string;
  reference: string;
  note: string;
  shares: Readonly<Record<string, Share>>;
};

export const noShare: Share = { amount: '', discount: '', writeOff: '' };

export const freshDraft = (direction: Direction, partyId: string, date: string, currency: string): Draft => ({
  ...{ direction, partyId, partyLabel: '', date, accountId: '', currency, amount: '', value: '', reference: '', note: '' },
  shares: {},
});

export const keyOf = ({ entryId, position }: Pick<OpenItem, 'entryId' | 'position'>): string => `${entryId}/${position}`;

/** Minor units of what was typed; nothing where that is no amount. */
export function minorOf(text: string, currency: string): bigint {
  if (!/^-?\d{1,15}(\.\d{1,4})?$/.test(text)) return 0n;
  try {
    return moneyOf(text, currency).minor;
  } catch {
    return 0n;
  }
}

export const textOf = (minor: bigint, currency: string): string => scaledText(minor, exponentOf(currency));

/** What is open of an item, without its sign. */
export const openOf = ({ open }: OpenItem): bigint => {
  const minor = minorOf(open.amount, open.currency);
  return minor < 0n ? -minor : minor;
};

/** What an early payment on a day takes off an item. */
export const discountOn = ({ discount, discountUntil }: OpenItem, date: string): bigint =>
  discount && discountUntil !== null && date <= discountUntil ? minorOf(discount.amount, discount.currency) : 0n;

/** Money that is given to items in all. */
export const allocatedOf = ({ shares, currency }: Draft): bigint =>
  Object.values(shares).reduce((sum, { amount }) => sum + minorOf(amount, currency), 0n);

/** The money paid: as typed, or what is given to the items. */
export const paidOf = (draft: Draft): bigint =>
  draft.amount === '' ? allocatedOf(draft) : minorOf(draft.amount, draft.currency);

/** Settles an item whole, as far as the money goes; without an amount yet, whole. */
export function wholeShare(item: OpenItem, draft: Draft): Share {
  const discount = discountOn(item, draft.date);
  const wanted = openOf(item) - discount;
  const own = minorOf(draft.shares[keyOf(item)]?.amount ?? '', draft.currency);
  const left = draft.amount === '' ? wanted : minorOf(draft.amount, draft.currency) - allocatedOf(draft) + own;
  const enough = left >= wanted;
  const amount = enough ? wanted : left > 0n ? left : 0n;
  return {
    amount: textOf(amount, draft.currency),
    discount: enough && discount > 0n ? textOf(discount, draft.currency) : '',
    writeOff: '',
  };
}

/** Gives the money to items in the order given, oldest first. */
export function spread(items: readonly OpenItem[], draft: Draft): Draft['shares'] {
  let shares: Draft['shares'] = {};
  for (const item of items) {
    const share = wholeShare(item, { ...draft, shares });
    if (minorOf(share.amount, draft.currency) > 0n) shares = { ...shares, [keyOf(item)]: share };
  }
  return shares;
}

const isGiven = ({ amount, discount, writeOff }: Share): boolean =>
  [amount, discount, writeOff].some((text) => /[1-9]/.test(text));

/** What the API is sent. */
export function paymentInput(draft: Draft): z.input<typeof postPayment.input> {
  const { direction, partyId, date, accountId, currency, value, reference, note } = draft;
  const items = Object.entries(draft.shares)
    .filter(([, share]) => isGiven(share))
    .map(([key, share]) => {
      const [entryId = '', position] = key.split('/');
      const { amount, discount, writeOff } = share;
      return { entryId, position: Number(position), amount: amount || '0', discount: discount || '0', writeOff: writeOff || '0' };
    });
  const optional = {
    ...(value === '' ? {} : { value }),
    ...(reference === '' ? {} : { reference }),
    ...(note === '' ? {} : { note }),
  };
  return {
    direction,
    partyId,
    date,
    accountId,
    currency,
    amount: draft.amount || textOf(paidOf(draft), currency),
    items,
    ...optional,
  };
}
