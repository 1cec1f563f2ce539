import { moneyJson, period } from '@atlas/kernel';
import { found, query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { readByDimension as route } from '../contract/dimension-reports.ts';
import { untilDay } from '../domain/balance-spans.ts';
import { breakDown, columnTotal } from '../domain/by-dimension.ts';
import { accountMovements } from '../reports/balances.repository.ts';
import { knownUntil } from '../reports/known-until.ts';
import { lineFilter } from '../reports/line-filter.repository.ts';
import { columnsOf, movementsByValue } from './by-dimension.repository.ts';
import { loadDimension } from './dimensions.repository.ts';

export const readByDimension = query(
  route,
  async (tx, { dimensionId, below = null, from = null, to, accounts, knownOn, ...terms }) => {
    const { lines } = await lineFilter(tx, terms);
    const view = { knownUntil: knownUntil(knownOn), lines };
    const range = from === null ? untilDay(to) : period(from, to);
    const [dimension, { baseCurrency: currency }, values, byValue, movements] = await Promise.all([
      loadDimension(tx, dimensionId),
      companyOf(tx),
      columnsOf(tx, dimensionId, below),
      movementsByValue(tx, dimensionId, below, range, view),
      accountMovements(tx, range, { closing: 'left_out', ...view }),
    ]);
    found(dimension, 'dimension');
    const isPart = below !== null;
    if (isPart) found(values[0]?.id === below ? below : null, 'value');
    const onlyResult = accounts === 'result';
    const rows = breakDown(
      movements,
      byValue,
      values.map(({ id }) => id),
      { isPart, onlyResult },
    );
    const without = isPart ? [] : [{ id: null, code: '', name: '', hasBelow: false }];
    const columns = [...values, ...without].map(({ id, ...column }, index) => ({
      ...column,
      valueId: id,
      total: moneyJson(
        columnTotal(rows, ({ amountsMinor }) => amountsMinor[index] ?? 0n, onlyResult),
        currency,
      ),
    }));
    return {
      from,
      to,
      currency,
      columns,
      rows: rows.map(({ account, totalMinor, amountsMinor }) => ({
        ...account,
        total: moneyJson(totalMinor, currency),
        amounts: amountsMinor.map((minor) => moneyJson(minor, currency)),
      })),
      total: moneyJson(
        columnTotal(rows, ({ totalMinor }) => totalMinor, onlyResult),
        currency,
      ),
    };
  },
);
