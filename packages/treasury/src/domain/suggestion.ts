import type { LineKey } from './match-subject.ts';

/** Why a movement may be what is suggested. Each adds its weight; a hundred is all that can be known. */
export const reasonWeights = {
  reference: 45,
  amount_exact: 40,
  sum_exact: 35,
  amount_near: 15,
  amount_partial: 10,
  party_account: 25,
  party_name: 15,
  due_near: 5,
  ledger_amount: 60,
  date_near: 25,
  rule: 80,
} as const;

export type ReasonCode = keyof typeof reasonWeights;

/** `value` is what was found: a number of a document, a name, days. */
export type Reason = { readonly code: ReasonCode; readonly weight: number; readonly value: string | null };

export const reason = (code: ReasonCode, value: string | null = null): Reason => ({ code, weight: reasonWeights[code], value });

/** What a movement may be, best first among its like. */
export type Suggestion = {
  /** It settles items, is known in the ledger already, or is posted where a rule says. */
  readonly kind: 'items' | 'ledger' | 'rule';
  /** From 0 to 100. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly items: readonly (LineKey & { readonly amountMinor: bigint })[];
  readonly ledgerLine: LineKey | null;
  readonly ruleId: string | null;
  /** What it would leave of the movement: kept within the tolerance, or a part payment's surplus. */
  readonly restMinor: bigint;
};

/** From this score on a suggestion is applied without a person, where a rule allows it. */
export const certain = 85;

export const scoreOf = (reasons: readonly Reason[]): number =>
  Math.min(
    100,
    reasons.reduce((sum, { weight }) => sum + weight, 0),
  );
