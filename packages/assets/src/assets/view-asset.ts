import { decimal, moneyJson } from '@atlas/kernel';
import { found, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { asset } from '../contract/assets.ts';
import { scheduleOf } from '../domain/schedule.ts';
import type { AssetTerms } from '../domain/terms.ts';
import { type AssetRow, loadAsset, rowsOfAsset, type StoredRow, summaryOf } from './assets.repository.ts';

type AssetView = z.input<typeof asset>;

/** The terms by which an asset is planned. */
export const termsOf = (row: AssetRow): AssetTerms => ({
  ...row,
  yearlyRate: row.yearlyRate === null ? null : decimal(row.yearlyRate),
});

/** The rows of an asset with what has been written off after each: posted ones as they were posted, planned ones from today on. */
function accumulatedRows(row: AssetRow, rows: readonly StoredRow[]): AssetView['rows'] {
  let planned = row.accumulatedMinor;
  return rows.map(({ amountMinor, costMinor, accumulatedMinor, ...each }) => {
    if (each.entryId === null) planned += amountMinor;
    const accumulated = accumulatedMinor ?? planned;
    return {
      ...each,
      amount: moneyJson(amountMinor, row.currency),
      accumulated: moneyJson(accumulated, row.currency),
      net: moneyJson((costMinor ?? row.costMinor) - accumulated, row.currency),
    };
  });
}

/** What a draft would be planned as. */
const draftRows = (row: AssetRow): StoredRow[] =>
  scheduleOf(termsOf(row)).map(({ startsOn, endsOn, amountMinor }) => ({
    id: null,
    startsOn,
    endsOn,
    amountMinor,
    postedOn: null,
    entryId: null,
    reversalId: null,
    costMinor: null,
    accumulatedMinor: null,
  }));

/** An asset as it is read. @throws AtlasError `not_found` */
export async function viewAsset(tx: TenantTx, id: string): Promise<AssetView> {
  const [loaded, stored] = await Promise.all([loadAsset(tx, id), rowsOfAsset(tx, id)]);
  const row = found(loaded, 'asset');
  const rows = row.status === 'draft' ? draftRows(row) : stored;
  return {
    ...summaryOf(row),
    method: row.method,
    periods: row.periods,
    monthsPerPeriod: row.monthsPerPeriod,
    proRata: row.proRata,
    yearlyRate: row.yearlyRate,
    salvage: moneyJson(row.salvageMinor, row.currency),
    opening: moneyJson(row.openingMinor, row.currency),
    openingPeriods: row.openingPeriods,
    firstPeriodEndsOn: row.firstPeriodEndsOn,
    disposedOn: row.disposedOn,
    rows: accumulatedRows(row, rows),
  };
}
