import { AtlasError, type FieldError, moneyOf } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { budgetLine } from '../contract/budgets.ts';
import { usableValues } from '../dimensions/values.repository.ts';
import { loadChart } from '../reports/chart.repository.ts';
import type { BudgetLineRow, LoadedBudget } from './budgets.repository.ts';

type Given = z.output<typeof budgetLine>;

/**
 * The lines of a budget as they are kept: of accounts of the result or of what is bought, each with its value once.
 *
 * @throws AtlasError `accounting.unknown_account`, `accounting.unknown_dimension_value`, `accounting.invalid_budget_line`,
 * `too_many_decimals`
 */
export async function keptLines(
  tx: TenantTx,
  { head, periods }: LoadedBudget,
  lines: readonly Given[],
  currency: string,
): Promise<BudgetLineRow[]> {
  const [chart, values] = await Promise.all([
    loadChart(tx),
    usableValues(
      tx,
      lines.flatMap(({ valueId }) => valueId ?? []),
    ),
  ]);
  const taken = new Set<string>();
  const errors = lines.flatMap(({ accountId, valueId, amounts }, index): FieldError[] => {
    const refuse = (field: string, code: string, message: string) => [{ pointer: `/lines/${index}/${field}`, code, message }];
    if (!chart.has(accountId)) return refuse('accountId', 'accounting.unknown_account', 'there is no such account');
    if (valueId !== null && (head.dimensionId === null || values.get(valueId) !== head.dimensionId))
      return refuse('valueId', 'accounting.unknown_dimension_value', 'there is no such value of the dimension of this budget');
    const key = `${accountId} ${valueId}`;
    if (taken.has(key)) return refuse('accountId', 'accounting.invalid_budget_line', 'this account has a line for it already');
    taken.add(key);
    if (amounts.length !== periods.length)
      return refuse('amounts', 'accounting.invalid_budget_line', `the year has ${periods.length} periods`);
    return [];
  });
  const [first] = errors;
  if (first) throw new AtlasError(first.code, `Line ${Number(first.pointer.split('/')[2]) + 1}: ${first.message}.`, { errors });
  return lines.map(({ accountId, valueId, amounts }) => ({
    accountId,
    valueId,
    amountsMinor: amounts.map((amount) => moneyOf(amount, currency).minor),
  }));
}
