import type { CashFlowClass } from './cash-flow.ts';
import type { AccountType } from './chart.ts';

const types: Readonly<Record<string, AccountType>> = {
  asset: 'asset',
  assets: 'asset',
  liability: 'liability',
  liabilities: 'liability',
  equity: 'equity',
  income: 'income',
  revenue: 'income',
  expense: 'expense',
  expenses: 'expense',
};

/** What charts call the accounts that commands post to. */
const roles: Readonly<Record<string, string>> = {
  cash: 'cash',
  bank: 'bank',
  receivable: 'receivable',
  asset_receivable: 'receivable',
  payable: 'payable',
  liability_payable: 'payable',
  stock: 'inventory',
  inventory: 'inventory',
  cost_of_goods_sold: 'cost_of_goods_sold',
  round_off: 'rounding',
  rounding: 'rounding',
};

/** What charts call the accounts that a cash flow sets apart. */
const cashFlows: Readonly<Record<string, CashFlowClass>> = {
  cash: 'cash',
  bank: 'cash',
  asset_cash: 'cash',
  fixed_asset: 'investing',
  capital_work_in_progress: 'investing',
  asset_fixed: 'investing',
  asset_non_current: 'investing',
  accumulated_depreciation: 'non_cash',
  liability_non_current: 'financing',
};

const word = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** The type that a file means: `Asset`, `Revenue`; null when it means none of ours. */
export const importedType = (text: string): AccountType | null => types[word(text)] ?? null;

/** What an account stands for, by the word that a file has for it: `Receivable`, `asset_receivable`; null for other words. */
export const importedRole = (text: string, known: ReadonlySet<string>): string | null => {
  const asked = word(text);
  return roles[asked] ?? (known.has(asked) ? asked : null);
};

/** What an account is in a cash flow, by the word that a file has for it; null leaves it to its heading and its type. */
export const importedCashFlow = (text: string): CashFlowClass | null => cashFlows[word(text)] ?? null;
