import type { BusinessDate } from '@atlas/kernel';
import type { LineDimensions, NamedValue } from './line-dimensions.ts';

type Posted = {
  readonly accountId: string;
  readonly amountMinor: bigint;
  /** What it was for, as its line names it. */
  readonly dimensions?: readonly NamedValue[];
};

/** What a document of a party posts: signed minor units (debit positive), in the currency of the document. */
export type DocumentPosting = {
  /** A credit note posts the other way round. */
  readonly takesBack: boolean;
  readonly currency: string;
  readonly partyId: string;
  /** Where it stands what the party owes or gets. */
  readonly controlAccountId: string;
  readonly controlMinor: bigint;
  /** When it is paid: all of `controlMinor`. */
  readonly instalments: readonly { readonly dueDate: BusinessDate; readonly amountMinor: bigint }[];
  /** What is sold or bought, taxes and rounding. */
  readonly postings: readonly Posted[];
  readonly books: {
    readonly currency: string;
    /** What an amount of the document is in the books. */
    readonly worth: (minor: bigint) => bigint;
    /** Where what rounding leaves is posted. */
    readonly roundingAccountId: () => string;
  };
};

export type DocumentEntryLine = {
  readonly accountId: string;
  readonly partyId: string | null;
  readonly description: null;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly transaction?: { readonly currency: string; readonly amountMinor: bigint } | null;
  readonly dueDate?: BusinessDate;
  readonly dimensions?: LineDimensions;
};

/** An amount in the currency of the document and in that of the books. */
type Amount = { readonly own: bigint; readonly base: bigint };

const plus = (a: Amount | undefined, b: Amount): Amount => ({ own: (a?.own ?? 0n) + b.own, base: (a?.base ?? 0n) + b.base });

type PostedAmount = Amount & Pick<Posted, 'accountId' | 'dimensions'>;

const placeOf = ({ accountId, dimensions = [] }: Posted): string =>
  [accountId, ...dimensions.map(({ valueId }) => valueId).sort()].join(' ');

/** What is posted to each account, for each of what it was for, besides the party's; in the order of the document. */
function postedAmounts({ postings, books }: DocumentPosting): PostedAmount[] {
  const posted = new Map<string, PostedAmount>();
  for (const posting of postings) {
    const { accountId, dimensions = [], amountMinor: own } = posting;
    const place = placeOf(posting);
    const amount = plus(posted.get(place), { own, base: books.worth(own) });
    posted.set(place, { accountId, ...(dimensions.length > 0 ? { dimensions } : {}), ...amount });
  }
  return [...posted.values()];
}

const byDimension = (dimensions: readonly NamedValue[]): LineDimensions =>
  Object.fromEntries(dimensions.map(({ dimensionId, valueId }) => [dimensionId, valueId]));

const isForeign = ({ own, base }: Amount): boolean => (own > 0n && base > 0n) || (own < 0n && base < 0n);

/** Each instalment in both currencies; the last takes what rounding leaves of the whole. */
function instalmentAmounts({ instalments, books }: DocumentPosting, whole: Amount): (Amount & { dueDate: BusinessDate })[] {
  let left = whole.base;
  return instalments.map(({ dueDate, amountMinor }, index) => {
    const base = index === instalments.length - 1 ? left : books.worth(amountMinor);
    left -= base;
    return { dueDate, own: amountMinor, base };
  });
}

/**
 * The entry of an invoice, a bill or a credit note. The party stands first, each account once
 * for each of what its lines name. Lines of zero are left out; a
 * document of zero posts nothing. In another currency than the books each amount is turned into theirs for itself; what
 * rounding leaves then has a line of its own.
 */
export function documentEntryLines(posting: DocumentPosting): DocumentEntryLine[] {
  const { takesBack, currency, partyId, controlAccountId, controlMinor, books } = posting;
  const sign = takesBack ? -1n : 1n;
  const line = (accountId: string, party: string | null, amount: Amount): DocumentEntryLine => ({
    accountId,
    partyId: party,
    description: null,
    currency: books.currency,
    amountMinor: sign * amount.base,
    ...(currency !== books.currency && isForeign(amount) ? { transaction: { currency, amountMinor: sign * amount.own } } : {}),
  });
  const posted = postedAmounts(posting);
  const party = { own: controlMinor, base: books.worth(controlMinor) };
  const left = posted.reduce((sum, { base }) => sum + base, party.base);
  const all = [
    ...instalmentAmounts(posting, party).map(({ dueDate, ...amount }) => ({
      ...line(controlAccountId, partyId, amount),
      dueDate,
    })),
    ...posted.map(({ accountId, dimensions, ...amount }) => ({
      ...line(accountId, null, amount),
      ...(dimensions ? { dimensions: byDimension(dimensions) } : {}),
    })),
    ...(left === 0n ? [] : [line(books.roundingAccountId(), null, { own: 0n, base: -left })]),
  ];
  return all.filter(({ amountMinor }) => amountMinor !== 0n);
}
