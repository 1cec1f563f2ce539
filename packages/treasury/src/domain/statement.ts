import type { BusinessDate } from '@atlas/kernel';

/** What a balance is: before everything, after everything, or something that people may see besides. */
export type BalanceKind = 'opening' | 'closing' | 'available' | 'forward' | 'interim' | 'other';

/** A balance as a bank says it. Amounts are plain decimal text, below zero when overdrawn. */
export type Balance = {
  readonly kind: BalanceKind;
  /** What the bank calls it: 60F, OPBD, LEDGERBAL. */
  readonly code: string;
  readonly amount: string;
  readonly currency: string | null;
  readonly date: BusinessDate | null;
};

/** One payment of several that a bank booked as one. */
export type Detail = {
  readonly amount: string | null;
  readonly currency: string | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  readonly creditorReference: string | null;
  readonly debtor: Party;
  readonly creditor: Party;
  readonly text: readonly string[];
};

export type Party = { readonly name: string | null; readonly account: string | null };

/** Booked entries are movements; what is pending or only told of is none yet. */
export type EntryStatus = 'booked' | 'pending' | 'information';

/** One movement as a bank says it. Money that leaves the account is below zero. */
export type Entry = {
  /** Its place in the file, from one. */
  readonly position: number;
  readonly status: EntryStatus;
  readonly bookingDate: BusinessDate | null;
  readonly valueDate: BusinessDate | null;
  readonly amount: string | null;
  /** Null: that of the account. */
  readonly currency: string | null;
  /** What the bank calls this kind of movement. */
  readonly code: string | null;
  /** The bank's own name for this movement. */
  readonly bankReference: string | null;
  /** The reference that the one who paid gave. */
  readonly reference: string | null;
  readonly counterparty: Party;
  readonly text: string;
  readonly isReversal: boolean;
  readonly details: readonly Detail[];
};

/** What a bank says of one account, before anything of it is believed. */
export type Statement = {
  readonly account: string | null;
  readonly currency: string | null;
  readonly reference: string | null;
  readonly number: string | null;
  readonly startsOn: BusinessDate | null;
  readonly endsOn: BusinessDate | null;
  readonly balances: readonly Balance[];
  readonly entries: readonly Entry[];
  /** What the bank itself counted, where it did (MT942). */
  readonly sums: readonly { readonly mark: 'debit' | 'credit'; readonly count: number; readonly amount: string }[];
  /** Lines that are no entry although they should be. */
  readonly unreadable: readonly { readonly position: number; readonly text: string }[];
};

export const nobody: Party = { name: null, account: null };

/** The first balance of a kind, or the last. */
export const balanceOf = (statement: Statement, kind: BalanceKind, which: 'first' | 'last' = 'first'): Balance | null => {
  const ofKind = statement.balances.filter((balance) => balance.kind === kind);
  return (which === 'first' ? ofKind[0] : ofKind.at(-1)) ?? null;
};

/** Text without doubled white space; null when nothing is left. */
export function tidy(text: string | null | undefined): string | null {
  const plain = (text ?? '').replaceAll('\u0000', '').replace(/\s+/g, ' ').trim();
  return plain === '' ? null : plain;
}
