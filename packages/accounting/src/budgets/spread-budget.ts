import { AtlasError, addDays, addMonths, allocate, amountText, moneyOf } from '@atlas/kernel';
import { found, query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { spreadBudget as route } from '../contract/budgets.ts';
import { actualsOf } from '../domain/budget-report.ts';
import { balancesIn } from '../reports/balances.repository.ts';
import { loadChart } from '../reports/chart.repository.ts';
import { loadValues, spentByValue } from './actuals.repository.ts';
import { loadBudget } from './budgets.repository.ts';

/** The same days of the year before, however long February was. */
const yearBefore = (day: string) => addMonths(day, -12);

export const spreadBudget = query(route, async (tx, { id, accountId, valueId = null, amount, by }) => {
  const [loaded, { baseCurrency }, chart] = await Promise.all([loadBudget(tx, id), companyOf(tx), loadChart(tx)]);
  const { head, periods } = found(loaded, 'budget');
  const { type } = chart.get(accountId) ?? {};
  if (!type) throw new AtlasError('accounting.unknown_account', 'There is no such account.');
  const before = periods.map(({ startsOn, endsOn }) => ({
    startsOn: yearBefore(startsOn),
    endsOn: addDays(yearBefore(addDays(endsOn, 1)), -1),
  }));
  const [values, byAccount, byValue] = await Promise.all([
    loadValues(tx, head.dimensionId),
    balancesIn(tx, before, { closing: 'left_out' }),
    spentByValue(tx, head.dimensionId, before),
  ]);
  if (valueId !== null && !values.has(valueId))
    throw new AtlasError('accounting.unknown_dimension_value', 'There is no such value of the dimension of this budget.');
  const line = { accountId, valueId, type, plannedMinor: periods.map(() => 0n) };
  const [actuals = []] = actualsOf([line], { byAccount, byValue }, chart, values);
  // A month that gave back more than it took weighs nothing; a year without anything is spread equally.
  const weights = by === 'equal' ? periods.map(() => 1n) : actuals.map((minor) => (minor > 0n ? minor : 0n));
  return { amounts: allocate(moneyOf(amount, baseCurrency), weights).map(amountText) };
});
