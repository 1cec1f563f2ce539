import { moneyJson } from '@atlas/kernel';
import { found, query } from '@atlas/platform';
import type { z } from 'zod';
import { type matchSuggestion, listSuggestions as route } from '../contract/suggestions.ts';
import { keyOf } from '../domain/match-subject.ts';
import { type ItemView, type LedgerView, ledgerLinesAt, openItemsAt } from './open-items.repository.ts';
import { accountOfLine, type SuggestionRow, suggestionsOf } from './suggestions.repository.ts';

type MatchSuggestion = z.output<typeof matchSuggestion>;
type Known = { readonly items: ReadonlyMap<string, ItemView>; readonly lines: ReadonlyMap<string, LedgerView> };

/** A suggestion with what it names; null when something of that is settled, matched or archived meanwhile. */
function view(row: SuggestionRow, { items, lines }: Known, currency: string): MatchSuggestion | null {
  const { rank, kind, score, reasons, ledgerEntryId, ledgerPosition, ruleId, ruleName, accountId, account, partyId } = row;
  const known = row.items.flatMap(({ amountMinor, ...key }) => {
    const item = items.get(keyOf(key));
    return item ? [{ ...item, settled: moneyJson(BigInt(amountMinor), currency) }] : [];
  });
  const ledgerLine =
    ledgerEntryId === null || ledgerPosition === null
      ? null
      : lines.get(keyOf({ entryId: ledgerEntryId, position: ledgerPosition }));
  const rule =
    ruleId && ruleName !== null && accountId !== null
      ? { id: ruleId, name: ruleName, accountId, account: account ?? '', partyId }
      : null;
  if (known.length < row.items.length || ledgerLine === undefined || (kind === 'rule' && !rule)) return null;
  return { rank, kind, score, reasons, items: known, ledgerLine, rule, rest: moneyJson(row.restMinor, currency) };
}

export const listSuggestions = query(route, async (tx, { id }) => {
  const account = found(await accountOfLine(tx, id), 'movement');
  const rows = await suggestionsOf(tx, id);
  const keys = rows.flatMap(({ items }) => items);
  const ledgerKeys = rows.flatMap(({ ledgerEntryId, ledgerPosition }) =>
    ledgerEntryId === null || ledgerPosition === null ? [] : [{ entryId: ledgerEntryId, position: ledgerPosition }],
  );
  const [items, lines] = await Promise.all([openItemsAt(tx, account.currency, keys), ledgerLinesAt(tx, account.id, ledgerKeys)]);
  const known = {
    items: new Map(items.map((each) => [keyOf(each), each])),
    lines: new Map(lines.map((each) => [keyOf(each), each])),
  };
  return { items: rows.flatMap((row) => view(row, known, account.currency) ?? []) };
});
