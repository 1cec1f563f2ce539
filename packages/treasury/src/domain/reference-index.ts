import { bare, type MatchItem, type MatchLine, wordsOf } from './match-subject.ts';

/** A shorter number is in too many texts by chance. */
const shortest = 4;
/** A bank may part a number into so many words: INV-2026-000123 becomes INV 2026 000123. */
const mostParts = 4;
/** What names more items than this names none. */
const mostNamed = 25;

const isDate = (word: string): boolean => /^(\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4})$/.test(word);

/** The numbers in what is written about a document: words with a digit in them, dates left out. */
function numbersIn(texts: readonly string[]): Set<string> {
  const words = texts.flatMap((text) => text.split(/[\s,;:()]+/)).filter((word) => /\d/.test(word) && !isDate(word));
  return new Set(words.map(bare).filter((word) => word.length >= shortest));
}

/** Every run of one to a few neighbouring words of a text, joined. */
function* joinedWords(text: string): Generator<string> {
  const words = wordsOf(text);
  for (let start = 0; start < words.length; start++) {
    let joined = '';
    for (const word of words.slice(start, start + mostParts)) {
      joined += word;
      if (joined.length >= shortest) yield joined;
    }
  }
}

/** Finds the items whose number stands in the text of a movement, without comparing each with each. */
export class ReferenceIndex {
  readonly #items = new Map<string, MatchItem[]>();

  constructor(items: readonly MatchItem[]) {
    for (const item of items)
      for (const number of numbersIn(item.texts)) {
        const named = this.#items.get(number);
        if (named) named.push(item);
        else this.#items.set(number, [item]);
      }
  }

  /** The items that a movement names, each with the number that named it. */
  namedBy({ texts }: MatchLine): Map<MatchItem, string> {
    const found = new Map<MatchItem, string>();
    for (const text of texts)
      for (const joined of joinedWords(text)) {
        const named = this.#items.get(joined) ?? [];
        if (named.length > mostNamed) continue;
        for (const item of named) if ((found.get(item) ?? '').length < joined.length) found.set(item, joined);
      }
    return found;
  }
}
