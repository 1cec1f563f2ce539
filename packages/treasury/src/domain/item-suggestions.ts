import { daysBetween } from '@atlas/kernel';
import { keyOf, type MatchItem, type MatchLine, type MatchParty } from './match-subject.ts';
import { PartyIndex, type Recognised } from './party-index.ts';
import { ReferenceIndex } from './reference-index.ts';
import { certain, type Reason, reason, type Suggestion, scoreOf } from './suggestion.ts';
import { itemsThatComeTo } from './sums-of-items.ts';

/** Of items of the same amount that nothing else tells apart, so many are looked at. */
const mostAlike = 20;
/** Days around the due date that are no surprise. */
const dueDays = 10;
/** A difference up to a hundredth of the amount may be a discount or a charge of a bank. */
const nearPart = 100n;

const size = (minor: bigint): bigint => (minor < 0n ? -minor : minor);
const isSameSide = (a: bigint, b: bigint): boolean => a > 0n === b > 0n;

const grouped = <K>(items: readonly MatchItem[], key: (item: MatchItem) => K): Map<K, MatchItem[]> => {
  const groups = new Map<K, MatchItem[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};

const sumOf = (items: readonly MatchItem[]): bigint => items.reduce((sum, { residualMinor }) => sum + residualMinor, 0n);

/** Finds the open items that a movement settles, by their amounts, the numbers it names and whom it is with. */
export class ItemSuggestions {
  readonly #byAmount: Map<bigint, MatchItem[]>;
  readonly #byParty: Map<string | null, MatchItem[]>;
  readonly #references: ReferenceIndex;
  readonly #parties: PartyIndex;

  constructor(items: readonly MatchItem[], parties: readonly MatchParty[]) {
    const oldestFirst = items.toSorted((a, b) => ((a.dueOn ?? a.date) < (b.dueOn ?? b.date) ? -1 : 1));
    this.#byAmount = grouped(oldestFirst, ({ residualMinor }) => residualMinor);
    this.#byParty = grouped(oldestFirst, ({ partyId }) => partyId);
    this.#references = new ReferenceIndex(items);
    this.#parties = new PartyIndex(parties);
  }

  /** Suggestions for a movement, best first. Items in `taken` are used by movements before it, and come after others. */
  for(line: MatchLine, taken: ReadonlySet<string>): Suggestion[] {
    const named = this.#references.namedBy(line);
    const who = this.#parties.partyOf(line);
    const found = new Map<string, Suggestion>();
    const judge = (candidates: Iterable<readonly MatchItem[]>): void => {
      for (const items of candidates) {
        const key = items.map(keyOf).sort().join();
        const suggestion = found.has(key) ? null : this.#judge(line, items, named, who);
        if (suggestion) found.set(key, suggestion);
      }
    };
    judge(this.#named(line, [...named.keys()]));
    // What a movement names and comes to is not outdone by what merely comes to the same.
    if (![...found.values()].some(({ score }) => score >= certain)) judge(this.#alike(line, who));
    const used = ({ items }: Suggestion): number => items.filter((item) => taken.has(keyOf(item))).length;
    return [...found.values()].sort((a, b) => used(a) - used(b) || b.score - a.score);
  }

  *#named({ amountMinor }: MatchLine, named: MatchItem[]): Generator<readonly MatchItem[]> {
    if (named.length > 1) {
      if (sumOf(named) === amountMinor) yield named;
      else for (const group of grouped(named, ({ partyId }) => partyId).values()) if (sumOf(group) === amountMinor) yield group;
    }
    for (const item of named) yield [item];
  }

  *#alike({ amountMinor }: MatchLine, who: Recognised | null): Generator<readonly MatchItem[]> {
    const ofParty = who ? (this.#byParty.get(who.party.id) ?? []) : [];
    for (const item of ofParty) if (item.residualMinor === amountMinor) yield [item];
    for (const item of (this.#byAmount.get(amountMinor) ?? []).slice(0, mostAlike)) yield [item];
    const several = itemsThatComeTo(ofParty, amountMinor);
    if (several) yield several;
    for (const item of ofParty.filter((each) => this.#isNear(each, amountMinor)).slice(0, mostAlike)) yield [item];
  }

  #isNear({ residualMinor }: MatchItem, amountMinor: bigint): boolean {
    const difference = size(residualMinor - amountMinor);
    return isSameSide(residualMinor, amountMinor) && difference > 0n && difference * nearPart <= size(residualMinor);
  }

  #judge(
    line: MatchLine,
    items: readonly MatchItem[],
    named: ReadonlyMap<MatchItem, string>,
    who: Recognised | null,
  ): Suggestion | null {
    const amount = this.#amountReason(line, items);
    const [first] = items;
    if (!amount || !first) return null;
    const reasons: Reason[] = [amount];
    const numbers = items.flatMap((item) => named.get(item) ?? []);
    if (numbers.length === items.length) reasons.push(reason('reference', numbers.join(', ')));
    if (who && items.every(({ partyId }) => partyId === who.party.id)) reasons.push(reason(who.by, who.party.name));
    const days = size(BigInt(daysBetween(first.dueOn ?? first.date, line.bookedOn)));
    if (days <= BigInt(dueDays)) reasons.push(reason('due_near', days.toString()));
    const rest = size(line.amountMinor) > size(sumOf(items)) ? line.amountMinor - sumOf(items) : 0n;
    const only = items.length === 1 && size(line.amountMinor) < size(first.residualMinor);
    return {
      kind: 'items',
      score: scoreOf(reasons),
      reasons,
      items: items.map((item) => ({
        entryId: item.entryId,
        position: item.position,
        amountMinor: only ? line.amountMinor : item.residualMinor,
      })),
      ledgerLine: null,
      ruleId: null,
      restMinor: rest,
    };
  }

  #amountReason({ amountMinor }: MatchLine, items: readonly MatchItem[]): Reason | null {
    const sum = sumOf(items);
    if (sum === amountMinor) return items.length === 1 ? reason('amount_exact') : reason('sum_exact', String(items.length));
    const [only, another] = items;
    if (!only || another || !isSameSide(sum, amountMinor)) return null;
    return this.#isNear(only, amountMinor) ? reason('amount_near') : reason('amount_partial');
  }
}
