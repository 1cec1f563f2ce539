import { daysBetween } from '@atlas/kernel';
import { keyOf, type MatchLedgerLine, type MatchLine } from './match-subject.ts';
import { reason, type Suggestion, scoreOf } from './suggestion.ts';

/** A payment that was posted first reaches the bank within so many days. */
const mostDays = 30;
const nearDays = 7;
const mostAlike = 20;

/** Finds what is in the ledger already: lines on the account of the bank with the amount of a movement. */
export class LedgerSuggestions {
  readonly #byAmount = new Map<bigint, MatchLedgerLine[]>();

  constructor(lines: readonly MatchLedgerLine[]) {
    for (const line of lines) {
      const alike = this.#byAmount.get(line.amountMinor);
      if (alike) alike.push(line);
      else this.#byAmount.set(line.amountMinor, [line]);
    }
  }

  /** Suggestions for a movement, the nearest day first. */
  for(line: MatchLine, taken: ReadonlySet<string>): Suggestion[] {
    const days = ({ date }: MatchLedgerLine): number => Math.abs(daysBetween(date, line.bookedOn));
    return (this.#byAmount.get(line.amountMinor) ?? [])
      .filter((each) => days(each) <= mostDays && !taken.has(keyOf(each)))
      .sort((a, b) => days(a) - days(b))
      .slice(0, mostAlike)
      .map((each) => {
        const reasons = [reason('ledger_amount')];
        if (days(each) <= nearDays) reasons.push(reason('date_near', String(days(each))));
        const { entryId, position } = each;
        return {
          kind: 'ledger',
          score: scoreOf(reasons),
          reasons,
          items: [],
          ledgerLine: { entryId, position },
          ruleId: null,
          restMinor: 0n,
        };
      });
  }
}
