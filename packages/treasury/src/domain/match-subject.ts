import type { BusinessDate } from '@atlas/kernel';

/** A line of the ledger, by its entry and its place in it. */
export type LineKey = { readonly entryId: string; readonly position: number };

/** What a bank says of a movement, as far as it helps to know what it is. */
export type MatchLine = {
  readonly id: string;
  readonly bookedOn: BusinessDate;
  /** Below zero when it left the account. */
  readonly amountMinor: bigint;
  /** Text, references and what the payments of it say. */
  readonly texts: readonly string[];
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
};

/** What a party still owes us (above zero), or we owe it (below). A movement of the same sum settles it. */
export type MatchItem = LineKey & {
  readonly partyId: string | null;
  readonly date: BusinessDate;
  readonly dueOn: BusinessDate | null;
  readonly residualMinor: bigint;
  /** What names the document: its number, and what was written about it. */
  readonly texts: readonly string[];
};

/** A line on the account of the bank in the ledger that no movement is known for yet. */
export type MatchLedgerLine = LineKey & { readonly date: BusinessDate; readonly amountMinor: bigint };

/** A customer or supplier, with the accounts that it paid from before. */
export type MatchParty = { readonly id: string; readonly name: string; readonly accounts: readonly string[] };

export const keyOf = ({ entryId, position }: LineKey): string => `${entryId}/${position}`;

/** Capital letters and digits alone: banks drop and add blanks, marks and accents. */
export const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The words of a text, bare. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
