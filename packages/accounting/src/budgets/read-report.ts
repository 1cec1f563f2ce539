import { AtlasError, decimalText, divide, moneyJson, period as periodOf, present } from '@atlas/kernel';
import { found, query, type TenantTx } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { readBudgetReport as route } from '../contract/budgets.ts';
import { actualsOf, resultSign, topLines } from '../domain/budget-report.ts';
import { balancesIn } from '../reports/balances.repository.ts';
import { loadChart } from '../reports/chart.repository.ts';
import { knownUntil } from '../reports/known-until.ts';
import { lineFilter } from '../reports/line-filter.repository.ts';
import { loadValues, spentByValue } from './actuals.repository.ts';
import { type BudgetPeriod, loadBudget } from './budgets.repository.ts';

const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

const figures = (planned: bigint, actual: bigint, currency: string) => ({
  planned: moneyJson(planned, currency),
  actual: moneyJson(actual, currency),
  variance: moneyJson(actual - planned, currency),
});

/** Actual as a share of planned, in percent to one decimal. */
const percentOf = (planned: bigint, actual: bigint): string | null =>
  planned === 0n ? null : decimalText(divide({ coefficient: actual * 100n, scale: 0 }, { coefficient: planned, scale: 0 }, 1));

/** What was posted in some periods, as it was known at an instant, and what stands below what. */
async function postedIn(tx: TenantTx, dimensionId: string | null, periods: readonly BudgetPeriod[], known: string | null) {
  const [chart, values, byAccount, byValue] = await Promise.all([
    loadChart(tx),
    loadValues(tx, dimensionId),
    balancesIn(tx, periods, { closing: 'left_out', knownUntil: known }),
    spentByValue(tx, dimensionId, periods, known),
  ]);
  return { chart, values, spent: { byAccount, byValue } };
}

/**
 * Values whose lines are told, with all that stand below them; null for every line. A line for the whole account is for no value.
 *
 * @throws AtlasError `not_found` for what is no value of the budget's dimension
 */
export async function valuesTold(
  tx: TenantTx,
  values: readonly string[],
  dimensionId: string | null,
): Promise<Set<string> | null> {
  if (values.length === 0) return null;
  const { lines } = await lineFilter(tx, { dimensions: values });
  if (lines.some((term) => term.dimensionId !== dimensionId))
    throw new AtlasError('not_found', 'The budget plans nothing by the dimension of a value that is asked for.');
  return new Set(lines.flatMap(({ valueIds }) => valueIds));
}

export const readBudgetReport = query(route, async (tx, { id, from, to, knownOn, dimensions = [] }) => {
  const [loaded, { baseCurrency: currency }] = await Promise.all([loadBudget(tx, id), companyOf(tx)]);
  const { head, periods: all, lines } = found(loaded, 'budget');
  const told = await valuesTold(tx, dimensions, head.dimensionId);
  if (from !== undefined && to !== undefined) periodOf(from, to);
  const places = all.flatMap(({ startsOn, endsOn }, place) =>
    (from === undefined || endsOn >= from) && (to === undefined || startsOn <= to) ? [place] : [],
  );
  const periods = places.map((place) => present(all[place], 'a place of a period'));
  const { chart, values, spent } = await postedIn(tx, head.dimensionId, periods, knownUntil(knownOn));
  const wanted = lines.filter(({ valueId }) => told === null || (valueId !== null && told.has(valueId)));
  const planned = wanted.map(({ accountId, valueId, amountsMinor }) => ({
    accountId,
    valueId,
    type: present(chart.get(accountId), 'an account is never deleted').type,
    plannedMinor: places.map((place) => amountsMinor[place] ?? 0n),
  }));
  const actuals = actualsOf(planned, spent, chart, values);
  const rows = planned.map((line, index) => ({ ...line, actualMinor: actuals[index] ?? [] }));
  const top = topLines(rows, chart, values);
  const total = (amountsOf: (row: (typeof rows)[number]) => bigint) =>
    sum(top.map((row) => resultSign(row.type) * amountsOf(row)));
  const totals = periods.map((_period, place) => ({
    planned: total(({ plannedMinor }) => plannedMinor[place] ?? 0n),
    actual: total(({ actualMinor }) => actualMinor[place] ?? 0n),
  }));
  return {
    currency,
    approvedAt: head.approvedAt,
    dimensionId: head.dimensionId,
    periods: [...periods],
    rows: rows.map(({ accountId, valueId, type, plannedMinor, actualMinor }) => {
      const { code, name } = present(chart.get(accountId), 'an account is never deleted');
      const value = valueId === null ? null : values.get(valueId);
      return {
        ...{ accountId, code, name, type, valueId },
        value: value ? `${value.code} ${value.name}` : null,
        ...figures(sum(plannedMinor), sum(actualMinor), currency),
        percent: percentOf(sum(plannedMinor), sum(actualMinor)),
        cells: plannedMinor.map((minor, place) => figures(minor, actualMinor[place] ?? 0n, currency)),
      };
    }),
    totals: totals.map(({ planned: minor, actual }) => figures(minor, actual, currency)),
    result: figures(sum(totals.map((each) => each.planned)), sum(totals.map((each) => each.actual)), currency),
  };
});
