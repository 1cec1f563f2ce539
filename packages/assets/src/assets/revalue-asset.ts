import { postEntries, postingTerms } from '@atlas/accounting';
import { AtlasError, businessDate, moneyJson, moneyOf, uuidv7 } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { checkPostable } from '../categories/postable-accounts.ts';
import { revalueAsset as route } from '../contract/assets.ts';
import { assetRevalued } from '../contract/events.ts';
import { revaluation } from '../domain/asset-entries.ts';
import { type AssetStatus, afterStep } from '../domain/asset-state.ts';
import { scheduleOf } from '../domain/schedule.ts';
import { spansOf } from '../domain/spans.ts';
import { entryOf } from './asset-entry.ts';
import { dropPlan, loadAsset, rowsOfAsset, type StoredRow, saveMovements, summaryOf } from './assets.repository.ts';
import { checkNoLaterPostings } from './no-later-postings.ts';
import { insertPlan } from './plan.repository.ts';
import { termsOf, viewAsset } from './view-asset.ts';

const lastPosted = (rows: readonly StoredRow[]): string =>
  rows.reduce(
    (last, { entryId, reversalId, endsOn }) => (entryId !== null && reversalId === null && endsOn > last ? endsOn : last),
    '',
  );

export const revalueAsset = command(route, async (tx, { id, value, accountId, ...input }) => {
  const date = businessDate(input.date);
  const [loaded, posting] = await Promise.all([loadAsset(tx, id, true), postingTerms(tx, [date])]);
  const asset = found(loaded, 'asset');
  const entered = afterStep(asset.status, 'revalue') as AssetStatus;
  const [rows] = await Promise.all([rowsOfAsset(tx, id), checkPostable(tx, [accountId])]);
  checkNoLaterPostings(asset, rows, date);
  const due = rows.find(({ entryId, endsOn }) => entryId === null && endsOn <= date);
  if (due)
    throw new AtlasError('assets.depreciation_due', `Depreciation through ${due.endsOn} is due first.`, { date: due.endsOn });
  const valueMinor = moneyOf(value, asset.currency).minor;
  if (valueMinor < asset.salvageMinor) throw new AtlasError('assets.below_salvage', 'The value is below the salvage value.');
  const difference = valueMinor - (asset.costMinor - asset.accumulatedMinor);
  if (difference === 0n) throw new AtlasError('assets.wrong_state', 'The asset has this value already.');
  const change = revaluation(asset, difference, accountId);
  const costMinor = asset.costMinor + change.costMinor;
  const accumulatedMinor = asset.accumulatedMinor + change.accumulatedMinor;
  const booked = lastPosted(rows);
  const bookedPeriods = spansOf(termsOf(asset)).filter(({ endsOn }) => endsOn <= booked).length;
  const plan = scheduleOf(termsOf(asset), { bookedPeriods, costMinor, accumulatedMinor });
  if (plan.length === 0 && valueMinor > asset.salvageMinor)
    throw new AtlasError('assets.wrong_state', 'No period of the useful life is left to write a value off.');
  const about = { date, currency: asset.currency, sourceKind: 'assets.asset' as const, sourceId: id };
  const entry = entryOf({ ...about, description: `${asset.code} ${asset.name}: revalued` }, change.lines);
  postEntries(tx, posting, [entry]);
  dropPlan(tx, id);
  insertPlan(tx, { assetId: id }, plan);
  const status = plan.length > 0 ? entered : (afterStep(entered, 'complete') as AssetStatus);
  const moved = { id: uuidv7(), kind: 'revaluation' as const, date, entryId: entry.id };
  saveMovements(tx, { ...asset, status, costMinor, accumulatedMinor, version: asset.version + 1 }, [
    { ...moved, costMinor: change.costMinor, accumulatedMinor: change.accumulatedMinor },
  ]);
  const { code, currency } = asset;
  tx.emit(assetRevalued, { assetId: id, code, date, entryId: entry.id, value: moneyJson(valueMinor, currency) });
  const after = await viewAsset(tx, id);
  tx.record({ subjectId: id, before: summaryOf(asset), after });
  return after;
});
