import { command, found } from '@atlas/platform';
import { cancelAsset as route } from '../contract/assets.ts';
import { afterStep } from '../domain/asset-state.ts';
import { deleteAsset, loadAsset, summaryOf } from './assets.repository.ts';

export const cancelAsset = command(route, async (tx, { id }) => {
  const asset = found(await loadAsset(tx, id, true), 'asset');
  afterStep(asset.status, 'cancel');
  await deleteAsset(tx, id);
  tx.record({ subjectId: id, before: summaryOf(asset), after: null });
  return { id };
});
