/** An account of the chart as far as grouping needs it. */
export type ChartAccount = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
};

export type Group<R> = { readonly heading: { readonly code: string; readonly name: string } | null; readonly rows: R[] };

/** Rows under the heading of their account, headings in the order of the chart; rows without a heading come first. */
export function groupsOf<R extends { readonly accountId: string }>(
  rows: readonly R[],
  chart: readonly ChartAccount[],
): Group<R>[] {
  const accounts = new Map(chart.map((account) => [account.id, account]));
  const groups = new Map<string, Group<R>>();
  for (const row of rows) {
    const heading = accounts.get(accounts.get(row.accountId)?.parentId ?? '') ?? null;
    const key = heading?.code ?? '';
    const group = groups.get(key) ?? { heading, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, group]) => group);
}
