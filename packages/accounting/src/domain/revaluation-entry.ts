import type { EntryLine } from './check-entry.ts';
import type { Revalued, RevaluedGroup } from './revalue.ts';

/** So many positions stand in one entry. */
const inOneEntry = 500;

export type ExchangeAccounts = { readonly gain: () => string; readonly loss: () => string };

function counterLine(accountId: string, amountMinor: bigint, currency: string): EntryLine {
  return { accountId, partyId: null, description: null, currency, amountMinor };
}

function linesOf(positions: readonly Revalued[], currency: string, accounts: ExchangeAccounts): EntryLine[] {
  const own = positions.map(
    ({ accountId, partyId, item, differenceMinor }): EntryLine => ({
      ...counterLine(accountId, differenceMinor, currency),
      partyId,
      adjusts: item,
    }),
  );
  const gains = own.reduce((sum, { amountMinor }) => (amountMinor > 0n ? sum + amountMinor : sum), 0n);
  const losses = own.reduce((sum, { amountMinor }) => (amountMinor < 0n ? sum + amountMinor : sum), 0n);
  return [
    ...own,
    ...(gains === 0n ? [] : [counterLine(accounts.gain(), -gains, currency)]),
    ...(losses === 0n ? [] : [counterLine(accounts.loss(), -losses, currency)]),
  ];
}

/** The lines that bring a group to its new value against gain and loss: an entry, or several where it is large; none without a difference. */
export function revaluationLines({ positions }: RevaluedGroup, currency: string, accounts: ExchangeAccounts): EntryLine[][] {
  const changed = positions.filter(({ differenceMinor }) => differenceMinor !== 0n);
  const entries: EntryLine[][] = [];
  for (let from = 0; from < changed.length; from += inOneEntry)
    entries.push(linesOf(changed.slice(from, from + inOneEntry), currency, accounts));
  return entries;
}
