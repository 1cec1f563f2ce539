import { type NewEntry, postEntries, postingTerms } from '@atlas/accounting';
import { businessDate, invalidField, moneyJson, moneyOf, uuidv7 } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { checkPostable } from '../categories/postable-accounts.ts';
import { disposeAsset as route } from '../contract/assets.ts';
import { assetDisposed } from '../contract/events.ts';
import { depreciationLines, disposalLines } from '../domain/asset-entries.ts';
import { type AssetStatus, afterStep } from '../domain/asset-state.ts';
import { dueUntil } from '../domain/until-day.ts';
import { entryOf } from './asset-entry.ts';
import { dropPlan, loadAsset, type Movement, rowsOfAsset, saveMovements } from './assets.repository.ts';
import { checkNoLaterPostings } from './no-later-postings.ts';
import { viewAsset } from './view-asset.ts';

const movementOf = (entry: NewEntry, kind: Movement['kind'], costMinor: bigint, accumulatedMinor: bigint): Movement => ({
  id: uuidv7(),
  kind,
  date: entry.date,
  costMinor,
  accumulatedMinor,
  entryId: entry.id,
});

export const disposeAsset = command(route, async (tx, { id, proceeds, proceedsAccountId, ...input }) => {
  const date = businessDate(input.date);
  const [loaded, posting] = await Promise.all([loadAsset(tx, id, true), postingTerms(tx, [date])]);
  const asset = found(loaded, 'asset');
  const status = afterStep(asset.status, 'dispose') as AssetStatus;
  const proceedsMinor = moneyOf(proceeds, asset.currency).minor;
  if (proceedsMinor > 0n && proceedsAccountId === null)
    throw invalidField('/proceedsAccountId', 'required', 'Name the account that the price is booked on.');
  const [rows] = await Promise.all([
    rowsOfAsset(tx, id),
    checkPostable(tx, [...(proceedsAccountId ? [proceedsAccountId] : []), asset.gainAccountId, asset.lossAccountId]),
  ]);
  checkNoLaterPostings(asset, rows, date);
  const dueMinor = dueUntil(
    rows.filter(({ entryId }) => entryId === null),
    date,
  );
  const accumulatedMinor = asset.accumulatedMinor + dueMinor;
  const { lines, gainMinor } = disposalLines(asset, { ...asset, accumulatedMinor }, { proceedsMinor, proceedsAccountId });
  const about = { date, currency: asset.currency, sourceKind: 'assets.asset' as const, sourceId: id };
  const title = `${asset.code} ${asset.name}`;
  const last = entryOf({ ...about, description: `${title}: depreciation until disposal` }, depreciationLines(asset, dueMinor));
  const out = entryOf({ ...about, description: `${title}: ${proceedsMinor > 0n ? 'sold' : 'scrapped'}` }, lines);
  const movements = [
    ...(dueMinor > 0n ? [movementOf(last, 'depreciation', 0n, dueMinor)] : []),
    movementOf(out, 'disposal', -asset.costMinor, -accumulatedMinor),
  ];
  postEntries(tx, posting, dueMinor > 0n ? [last, out] : [out]);
  dropPlan(tx, id);
  const version = asset.version + movements.length;
  saveMovements(tx, { ...asset, status, accumulatedMinor, disposedOn: date, version }, movements);
  const amounts = { proceeds: moneyJson(proceedsMinor, asset.currency), gain: moneyJson(gainMinor, asset.currency) };
  tx.emit(assetDisposed, { assetId: id, code: asset.code, date, entryId: out.id, ...amounts });
  const after = await viewAsset(tx, id);
  tx.record({ subjectId: id, before: { status: asset.status }, after });
  return after;
});
