import { type AccountType, isDebitNormal } from './chart.ts';

/** What stands below what, by id. */
export type Tree = ReadonlyMap<string, { readonly parentId: string | null }>;

/** A line of a budget: positive as its account usually stands, one amount for each period. */
export type PlannedLine = {
  readonly accountId: string;
  readonly type: AccountType;
  readonly valueId: string | null;
  readonly plannedMinor: readonly bigint[];
};

/** What moved on an account for a value in a period: debits less credits. */
export type SpentForValue = {
  readonly place: number;
  readonly accountId: string;
  readonly valueId: string;
  readonly minor: bigint;
};

export type Spent = {
  /** Debits less credits by account, period by period. */
  readonly byAccount: readonly ReadonlyMap<string, bigint>[];
  readonly byValue: readonly SpentForValue[];
};

/** Something and all that it stands below. */
function pathOf(id: string, tree: Tree): string[] {
  const path: string[] = [];
  for (let at: string | null = id; at !== null && !path.includes(at); at = tree.get(at)?.parentId ?? null) path.push(at);
  return path;
}

/** What everything came to with all below it, by period, account and value. */
function rolledUp({ byAccount, byValue }: Spent, accounts: Tree, values: Tree): Map<string, bigint> {
  const rolled = new Map<string, bigint>();
  const add = (key: string, minor: bigint) => rolled.set(key, (rolled.get(key) ?? 0n) + minor);
  for (const [place, balances] of byAccount.entries())
    for (const [id, minor] of balances) for (const above of pathOf(id, accounts)) add(`${place} ${above} null`, minor);
  for (const { place, accountId, valueId, minor } of byValue)
    for (const account of pathOf(accountId, accounts))
      for (const value of pathOf(valueId, values)) add(`${place} ${account} ${value}`, minor);
  return rolled;
}

/** What each line came to in each period, positive as its account usually stands. */
export function actualsOf(lines: readonly PlannedLine[], spent: Spent, accounts: Tree, values: Tree): bigint[][] {
  const rolled = rolledUp(spent, accounts, values);
  return lines.map(({ accountId, valueId, type, plannedMinor }) =>
    plannedMinor.map((_planned, place) => {
      const minor = rolled.get(`${place} ${accountId} ${valueId}`) ?? 0n;
      return isDebitNormal(type) ? minor : -minor;
    }),
  );
}

/** Lines that no other line counts already: what a budget comes to is the sum of these. */
export function topLines<L extends PlannedLine>(lines: readonly L[], accounts: Tree, values: Tree): L[] {
  const keys = new Set(lines.map(({ accountId, valueId }) => `${accountId} ${valueId}`));
  return lines.filter(({ accountId, valueId }) => {
    const above = valueId === null ? ['null'] : [...pathOf(valueId, values), 'null'];
    const covering = pathOf(accountId, accounts).flatMap((account) => above.map((value) => `${account} ${value}`));
    return covering.slice(1).every((key) => !keys.has(key));
  });
}

/** Income less expenses: how much a line adds to the result. Balances add nothing. */
export const resultSign = (type: AccountType): bigint => (type === 'income' ? 1n : type === 'expense' ? -1n : 0n);
