import { bareNumber } from './account-number.ts';
import { type MatchLine, type MatchParty, wordsOf } from './match-subject.ts';

/** What companies are called besides their name, and what stands in many names. */
const common = new Set([
  'AG',
  'AND',
  'BV',
  'CO',
  'CORP',
  'GMBH',
  'INC',
  'KG',
  'LLC',
  'LTD',
  'LIMITED',
  'NV',
  'OHG',
  'PLC',
  'SA',
  'SARL',
  'SE',
  'SPA',
  'SRL',
  'THE',
  'UG',
  'UND',
]);

const tellingWords = (name: string): string[] => {
  const words = wordsOf(name);
  const telling = words.filter((word) => !common.has(word));
  return telling.length > 0 ? telling : words;
};

/** How a party was recognised. */
export type Recognised = { readonly party: MatchParty; readonly by: 'party_account' | 'party_name' };

/** Finds the party of a movement: by an account that it paid from before, or by all telling words of its name. */
export class PartyIndex {
  readonly #byAccount = new Map<string, MatchParty | null>();
  readonly #byWord = new Map<string, { readonly party: MatchParty; readonly words: readonly string[] }[]>();

  constructor(parties: readonly MatchParty[]) {
    const counts = new Map<string, number>();
    const named = parties.map((party) => ({ party, words: tellingWords(party.name) }));
    for (const word of named.flatMap(({ words }) => words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const each of named) {
      // Under its rarest word alone, so that a frequent one leads to few.
      const [rarest] = each.words.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || b.length - a.length);
      if (rarest !== undefined) this.#byWord.set(rarest, [...(this.#byWord.get(rarest) ?? []), each]);
      // An account that two parties paid from tells neither.
      for (const number of each.party.accounts.map(bareNumber))
        this.#byAccount.set(number, this.#byAccount.has(number) ? null : each.party);
    }
  }

  /** Whom a movement was with; null when nobody or several are meant. */
  partyOf(line: MatchLine): Recognised | null {
    const known = line.counterpartyAccount === null ? null : this.#byAccount.get(bareNumber(line.counterpartyAccount));
    if (known) return { party: known, by: 'party_account' };
    const party = this.#named(line.counterpartyName === null ? [] : [line.counterpartyName]) ?? this.#named(line.texts);
    return party && { party, by: 'party_name' };
  }

  #named(texts: readonly string[]): MatchParty | null {
    const said = new Set(texts.flatMap(wordsOf));
    const found = [...said]
      .flatMap((word) => this.#byWord.get(word) ?? [])
      .filter(({ words }) => words.every((word) => said.has(word)));
    const longest = Math.max(...found.map(({ words }) => words.length));
    const [best, another] = found.filter(({ words }) => words.length === longest);
    return best && !another ? best.party : null;
  }
}
