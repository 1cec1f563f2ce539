import { postEntries, postingTerms } from '@atlas/accounting';
import { businessDate, moneyJson, uuidv7 } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { checkPostable } from '../categories/postable-accounts.ts';
import { commissionAsset as route } from '../contract/assets.ts';
import { assetCommissioned } from '../contract/events.ts';
import { acquisitionLines } from '../domain/asset-entries.ts';
import { type AssetStatus, afterStep } from '../domain/asset-state.ts';
import { scheduleOf } from '../domain/schedule.ts';
import { entryOf } from './asset-entry.ts';
import { loadAsset, saveMovements } from './assets.repository.ts';
import { insertPlan } from './plan.repository.ts';
import { termsOf, viewAsset } from './view-asset.ts';

export const commissionAsset = command(route, async (tx, { id, date, creditAccountId }) => {
  const [loaded, posting] = await Promise.all([loadAsset(tx, id, true), postingTerms(tx, [date])]);
  const asset = found(loaded, 'asset');
  const entered = afterStep(asset.status, 'commission') as AssetStatus;
  await checkPostable(tx, [creditAccountId, asset.assetAccountId, asset.accumulatedAccountId]);
  const { costMinor, openingMinor, currency, code } = asset;
  const enteredOn = businessDate(date);
  const about = { date: enteredOn, description: `${code} ${asset.name}: put in service`, currency };
  const lines = acquisitionLines(asset, { costMinor, openingMinor, creditAccountId });
  const entry = entryOf({ ...about, sourceKind: 'assets.asset', sourceId: id }, lines);
  const rows = scheduleOf(termsOf(asset));
  const status = rows.length > 0 ? entered : (afterStep(entered, 'complete') as AssetStatus);
  postEntries(tx, posting, [entry]);
  insertPlan(tx, { assetId: id }, rows);
  const movement = { id: uuidv7(), kind: 'acquisition' as const, date: enteredOn, costMinor, entryId: entry.id };
  saveMovements(tx, { ...asset, status, enteredOn, version: asset.version + 1 }, [
    { ...movement, accumulatedMinor: openingMinor },
  ]);
  tx.emit(assetCommissioned, { assetId: id, code, date, entryId: entry.id, cost: moneyJson(costMinor, currency) });
  const after = await viewAsset(tx, id);
  tx.record({ subjectId: id, before: { status: asset.status }, after });
  return after;
});
