import { AtlasError, moneyOf } from '@atlas/kernel';
import type { ImportOutcome, ImportRecord, StagedKeys } from '@atlas/platform';
import { budgetAmountFields } from '../contract/budget-imports.ts';
import { dimensionValuesKind } from '../contract/dimension-imports.ts';
import { accountsKind } from '../contract/imports.ts';
import { isTooLarge } from '../domain/check-entry.ts';
import type { BudgetLineRow } from './budgets.repository.ts';
import type { BudgetNames } from './import-lines.repository.ts';

/** What judging needs to know: what is there, and in a dry run what the same files bring. */
export type BudgetImportTerms = BudgetNames & { readonly currency: string; readonly staged: StagedKeys | null };

type Judged = { readonly budgetId: string; readonly line: BudgetLineRow } | { readonly outcome: ImportOutcome };

const refused = (sequence: number, code: string, message: string): Judged => ({
  outcome: { sequence, status: 'refused', code, message },
});

/** Amounts in order of the periods; what is left empty is nothing. @throws AtlasError `too_many_decimals`, `accounting.invalid_budget_line` */
function amountsOf(values: ImportRecord['values'], periods: number, currency: string): bigint[] {
  const given = budgetAmountFields.map((field) => moneyOf(values[field] || '0', currency).minor);
  if (given.slice(periods).some((minor) => minor !== 0n))
    throw new AtlasError('accounting.invalid_budget_line', `The year has ${periods} periods.`);
  if (given.some(isTooLarge)) throw new AtlasError('accounting.invalid_budget_line', 'An amount is too large.');
  return given.slice(0, periods);
}

/** The line that a row says, or why it cannot be written. */
export function judgeBudgetLine({ sequence, values }: ImportRecord, terms: BudgetImportTerms): Judged {
  const { budget = '', year = '', account = '', value = '' } = values;
  const draft = terms.drafts.get(`${budget} ${year}`);
  if (!draft)
    return refused(sequence, 'accounting.budget_not_draft', `There is no draft of a budget "${budget}" of ${year}: begin one.`);
  const accountId = terms.accounts.get(account);
  if (accountId === undefined && !terms.staged?.has(accountsKind.name, account))
    return refused(sequence, 'accounting.unknown_account', `There is no account ${account}.`);
  const valueId = value === '' ? null : terms.values.get(`${draft.dimensionId} ${value}`);
  if (valueId === undefined && !terms.staged?.has(dimensionValuesKind.name, `${draft.dimension} ${value}`))
    return refused(
      sequence,
      'accounting.unknown_dimension_value',
      `The dimension of this budget has no value "${value}" in use.`,
    );
  try {
    const amountsMinor = amountsOf(values, draft.periods, terms.currency);
    if (accountId === undefined || valueId === undefined) return { outcome: { sequence, status: 'ready' } };
    return { budgetId: draft.id, line: { accountId, valueId, amountsMinor } };
  } catch (error) {
    if (error instanceof AtlasError) return refused(sequence, error.code, error.message);
    throw error;
  }
}
