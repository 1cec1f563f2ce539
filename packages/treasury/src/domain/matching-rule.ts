import { bareNumber } from './account-number.ts';
import { type MatchLine, wordsOf } from './match-subject.ts';

/** What a workspace has said about movements that look alike. */
export type MatchingRule = {
  readonly id: string;
  readonly name: string;
  readonly direction: 'in' | 'out' | 'both';
  /** Words that all stand in the text, the reference or the name of the counterparty; null asks for none. */
  readonly words: string | null;
  readonly counterpartyAccount: string | null;
  /** Of the amount without its sign, both ends included. */
  readonly minMinor: bigint | null;
  readonly maxMinor: bigint | null;
  /** Where the movement is posted; null means: what it settles of open items. */
  readonly accountId: string | null;
  readonly partyId: string | null;
  readonly isAutomatic: boolean;
};

const size = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

/** Whether a rule asks for anything at all: one that asks for nothing would take every movement. */
export const asksForSomething = (rule: Pick<MatchingRule, 'words' | 'counterpartyAccount' | 'minMinor' | 'maxMinor'>): boolean =>
  wordsOf(rule.words ?? '').length > 0 ||
  (rule.counterpartyAccount !== null && bareNumber(rule.counterpartyAccount) !== '') ||
  rule.minMinor !== null ||
  rule.maxMinor !== null;

/** Whether a movement is one of those that a rule speaks of. */
export function ruleMeets(rule: MatchingRule, line: MatchLine): boolean {
  if (rule.direction !== 'both' && line.amountMinor > 0n !== (rule.direction === 'in')) return false;
  const amount = size(line.amountMinor);
  if (amount < (rule.minMinor ?? amount) || amount > (rule.maxMinor ?? amount)) return false;
  if (rule.counterpartyAccount !== null && bareNumber(rule.counterpartyAccount) !== bareNumber(line.counterpartyAccount ?? ''))
    return false;
  if (rule.words === null) return true;
  const said = ` ${[...line.texts, line.counterpartyName ?? ''].map((text) => wordsOf(text).join(' ')).join(' | ')} `;
  return wordsOf(rule.words).every((word) => said.includes(` ${word} `));
}

/** The first rule that speaks of a movement; rules stand in the order in which they are tried. */
export const ruleFor = (rules: readonly MatchingRule[], line: MatchLine): MatchingRule | null =>
  rules.find((rule) => ruleMeets(rule, line)) ?? null;
