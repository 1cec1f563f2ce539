import type { listAccounts } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';

export type Account = Output<typeof listAccounts>['items'][number];

/** A row of the chart as it is shown: how deep it stands, and what hangs below it. */
export type ChartRow = { readonly account: Account; readonly depth: number; readonly holds: number };

/** What people look for: part of a code or name, without regard to case. */
const matcher = (text: string) => {
  const wanted = text.trim().toLowerCase();
  return ({ code, name }: Account): boolean => `${code} ${name}`.toLowerCase().includes(wanted);
};

/**
 * The chart from the top down, in the order of its codes. What is looked for is shown with the headings above it; without
 * a search, what hangs below a closed heading is left out.
 */
export function chartRows(accounts: readonly Account[], closed: ReadonlySet<string>, search: string): ChartRow[] {
  const ids = new Set(accounts.map(({ id }) => id));
  const below = Map.groupBy(accounts, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null));
  const matches = matcher(search);
  const searching = search.trim() !== '';
  const rowsBelow = (parentId: string | null, depth: number): ChartRow[] =>
    (below.get(parentId) ?? []).flatMap((account) => {
      const under = rowsBelow(account.id, depth + 1);
      if (searching && under.length === 0 && !matches(account)) return [];
      const row = { account, depth, holds: below.get(account.id)?.length ?? 0 };
      return !searching && closed.has(account.id) ? [row] : [row, ...under];
    });
  return rowsBelow(null, 0);
}
