import { AtlasError, type BusinessDate } from '@atlas/kernel';
import type { AssetRow, StoredRow } from './assets.repository.ts';

/** @throws AtlasError `assets.later_postings` when something of the asset was posted after a day */
export function checkNoLaterPostings(asset: AssetRow, rows: readonly StoredRow[], day: BusinessDate): void {
  const later = rows.find(({ reversalId, postedOn }) => reversalId === null && postedOn !== null && postedOn > day);
  const entered = asset.enteredOn !== null && asset.enteredOn > day;
  if (!later && !entered) return;
  const what = entered
    ? `${asset.code} was entered on ${asset.enteredOn}`
    : `Depreciation of ${asset.code} is posted on ${later?.postedOn}`;
  throw new AtlasError('assets.later_postings', `${what}: choose a later day, or reverse it first.`, { date: day });
}
