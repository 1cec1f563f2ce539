import { ItemSuggestions } from './item-suggestions.ts';
import { LedgerSuggestions } from './ledger-suggestions.ts';
import { keyOf, type LineKey, type MatchItem, type MatchLedgerLine, type MatchLine, type MatchParty } from './match-subject.ts';
import { type MatchingRule, ruleFor } from './matching-rule.ts';
import { certain, reason, type Suggestion, scoreOf } from './suggestion.ts';

/** What movements are held against. */
export type MatchGround = {
  readonly items: readonly MatchItem[];
  readonly ledgerLines: readonly MatchLedgerLine[];
  readonly parties: readonly MatchParty[];
  readonly rules: readonly MatchingRule[];
};

/** A movement with what it may be; `automatic` is what a rule lets be applied without a person. */
export type Suggested = {
  readonly lineId: string;
  readonly suggestions: readonly Suggestion[];
  readonly rule: MatchingRule | null;
  readonly automatic: Suggestion | null;
};

/** So many suggestions are kept of a movement. */
const mostKept = 3;
/** What is certain is better than the next by so much. */
const lead = 10;

const ofRule = (rule: MatchingRule): Suggestion => {
  const reasons = [reason('rule', rule.name)];
  return { kind: 'rule', score: scoreOf(reasons), reasons, items: [], ledgerLine: null, ruleId: rule.id, restMinor: 0n };
};

const keysOf = ({ items, ledgerLine }: Suggestion): LineKey[] => [...items, ...(ledgerLine ? [ledgerLine] : [])];

/** What may be applied without a person: certain, whole, and nothing else nearly as good. */
function isCertain([best, next]: readonly Suggestion[]): boolean {
  return best !== undefined && best.score >= certain && best.restMinor === 0n && (next?.score ?? 0) + lead <= best.score;
}

/** Holds movements, one after the other, against open items, lines of the ledger and rules. */
export class Matcher {
  readonly #items: ItemSuggestions;
  readonly #ledger: LedgerSuggestions;
  readonly #rules: readonly MatchingRule[];
  readonly #taken = new Set<string>();

  constructor({ items, ledgerLines, parties, rules }: MatchGround) {
    this.#items = new ItemSuggestions(items, parties);
    this.#ledger = new LedgerSuggestions(ledgerLines);
    this.#rules = rules;
  }

  /** What a movement may be, best first. What is suggested first for one movement comes later for the next ones. */
  suggest(line: MatchLine): Suggested {
    const rule = ruleFor(this.#rules, line);
    const posted = rule && rule.accountId !== null ? [ofRule(rule)] : [];
    const suggestions = [...this.#ledger.for(line, this.#taken), ...this.#items.for(line, this.#taken), ...posted]
      .sort((a, b) => this.#used(a) - this.#used(b) || b.score - a.score)
      .slice(0, mostKept);
    const [best] = suggestions;
    const automatic = best && this.#used(best) === 0 ? this.#automatic(rule, suggestions) : null;
    if (best) for (const key of keysOf(best)) this.#taken.add(keyOf(key));
    return { lineId: line.id, suggestions, rule, automatic };
  }

  #used(suggestion: Suggestion): number {
    return keysOf(suggestion).some((key) => this.#taken.has(keyOf(key))) ? 1 : 0;
  }

  /** A rule that names an account applies itself; one that names none applies what is certain of open items. */
  #automatic(rule: MatchingRule | null, suggestions: readonly Suggestion[]): Suggestion | null {
    const [best] = suggestions;
    if (!rule?.isAutomatic || !best) return null;
    if (rule.accountId !== null) return best.kind === 'rule' ? best : null;
    return isCertain(suggestions) ? best : null;
  }
}
