import type { Accepted, AcceptedLine } from './accept-statement.ts';

const letters = (text: string | null): string => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What a movement is known again by in another file: the bank's own reference where there is one, else all that it says. The
 * value date is no part of it: it may change until a movement is final.
 */
export function lineIdentity({ bookingDate, minor, bankReference, reference, counterparty, text }: AcceptedLine): string {
  const said = bankReference === null ? [reference, counterparty.name, counterparty.account, text].map(letters) : [bankReference];
  return JSON.stringify([bookingDate, minor.toString(), bankReference === null ? 'said' : 'reference', ...said]);
}

/** What a statement is known again by: its number, its balances and its lines, but not the name that a download gave it. */
export function statementIdentity({ statement, lines, opening, closing }: Accepted): string {
  const balance = (stated: Accepted['opening']) => stated && [stated.minor.toString(), stated.date];
  const days = [statement.number, statement.startsOn, statement.endsOn];
  return JSON.stringify([...days, balance(opening), balance(closing), lines.map(lineIdentity)]);
}

/** How often each line stood in the file up to itself, from one: two equal lines on one day are two movements. */
export function occurrences(lines: readonly AcceptedLine[], seen: Map<string, number> = new Map()): number[] {
  return lines.map((line) => {
    const identity = lineIdentity(line);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    return count;
  });
}
