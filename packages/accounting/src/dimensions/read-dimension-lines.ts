import { moneyJson, period } from '@atlas/kernel';
import { found, query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { readDimensionLines as route } from '../contract/dimension-reports.ts';
import { knownUntil } from '../reports/known-until.ts';
import { decodeLedgerKey, encodeLedgerKey } from '../reports/ledger-lines.repository.ts';
import { lineFilter } from '../reports/line-filter.repository.ts';
import { linesOfValue, totalOfValue } from './by-dimension.repository.ts';
import { loadValue } from './values.repository.ts';

const [firstDay, lastDay] = ['0001-01-01', '9999-12-31'];

export const readDimensionLines = query(route, async (tx, input) => {
  const { valueId, accountId = null, from = firstDay, to = lastDay, knownOn, limit, cursor, ...terms } = input;
  period(from, to);
  const after = cursor === undefined ? null : decodeLedgerKey(cursor);
  const { lines: only } = await lineFilter(tx, terms);
  const asked = { valueId, accountId, from, to, only, knownUntil: knownUntil(knownOn) };
  const [value, { baseCurrency: currency }, total, lines] = await Promise.all([
    loadValue(tx, valueId),
    companyOf(tx),
    totalOfValue(tx, asked),
    linesOfValue(tx, asked, after, limit + 1),
  ]);
  found(value, 'value');
  const items = lines.slice(0, limit).map(({ amountMinor, ...line }) => ({
    ...line,
    debit: amountMinor > 0n ? moneyJson(amountMinor, currency) : null,
    credit: amountMinor < 0n ? moneyJson(-amountMinor, currency) : null,
  }));
  const last = items.at(-1);
  const nextCursor =
    lines.length > limit && last ? encodeLedgerKey({ date: last.date, entryId: last.id, position: last.position }) : null;
  return { items, nextCursor, total: moneyJson(total, currency) };
});
