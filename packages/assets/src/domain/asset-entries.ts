/** A line of an entry: debit positive. */
export type Line = { readonly accountId: string; readonly amountMinor: bigint };

/** Where a category stands in the ledger. */
export type AssetAccounts = {
  readonly assetAccountId: string;
  readonly accumulatedAccountId: string;
  readonly expenseAccountId: string;
  readonly gainAccountId: string;
  readonly lossAccountId: string;
};

const withoutEmpty = (lines: readonly Line[]): Line[] => lines.filter(({ amountMinor }) => amountMinor !== 0n);

export const acquisitionLines = (
  accounts: AssetAccounts,
  { costMinor, openingMinor, creditAccountId }: { costMinor: bigint; openingMinor: bigint; creditAccountId: string },
): Line[] =>
  withoutEmpty([
    { accountId: accounts.assetAccountId, amountMinor: costMinor },
    { accountId: accounts.accumulatedAccountId, amountMinor: -openingMinor },
    { accountId: creditAccountId, amountMinor: openingMinor - costMinor },
  ]);

export const depreciationLines = (accounts: AssetAccounts, amountMinor: bigint): Line[] => [
  { accountId: accounts.expenseAccountId, amountMinor },
  { accountId: accounts.accumulatedAccountId, amountMinor: -amountMinor },
];

/** Out of the books, against its price; what is left is gain (positive) or loss. */
export function disposalLines(
  accounts: AssetAccounts,
  asset: { readonly costMinor: bigint; readonly accumulatedMinor: bigint },
  { proceedsMinor, proceedsAccountId }: { readonly proceedsMinor: bigint; readonly proceedsAccountId: string | null },
): { lines: Line[]; gainMinor: bigint } {
  const gainMinor = proceedsMinor - (asset.costMinor - asset.accumulatedMinor);
  const lines = withoutEmpty([
    { accountId: accounts.accumulatedAccountId, amountMinor: asset.accumulatedMinor },
    { accountId: proceedsAccountId ?? '', amountMinor: proceedsMinor },
    { accountId: accounts.assetAccountId, amountMinor: -asset.costMinor },
    { accountId: gainMinor > 0n ? accounts.gainAccountId : accounts.lossAccountId, amountMinor: -gainMinor },
  ]);
  return { lines, gainMinor };
}

/** A surplus raises the cost, an impairment what is accumulated. */
export function revaluation(
  accounts: AssetAccounts,
  differenceMinor: bigint,
  accountId: string,
): { lines: Line[]; costMinor: bigint; accumulatedMinor: bigint } {
  const up = differenceMinor > 0n;
  const lines = [
    { accountId: up ? accounts.assetAccountId : accounts.accumulatedAccountId, amountMinor: differenceMinor },
    { accountId, amountMinor: -differenceMinor },
  ];
  return { lines, costMinor: up ? differenceMinor : 0n, accumulatedMinor: up ? 0n : -differenceMinor };
}
