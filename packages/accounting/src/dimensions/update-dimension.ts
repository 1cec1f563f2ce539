import { AtlasError } from '@atlas/kernel';
import { command, definedOnly, found, sameVersion } from '@atlas/platform';
import { updateDimension as route } from '../contract/dimensions.ts';
import { askingAccount, type DimensionRow, loadDimension, saveDimension } from './dimensions.repository.ts';

export const updateDimension = command(route, async (tx, { id, version, archived, ...changes }) => {
  const before = found(await loadDimension(tx, id, true), 'dimension');
  sameVersion(before.version, version);
  const asking = archived ? await askingAccount(tx, { dimensionId: id }) : null;
  if (asking !== null)
    throw new AtlasError('accounting.dimension_in_use', `Account ${asking} has a rule for ${before.name}. Take it away first.`);
  const after: DimensionRow = { ...before, ...definedOnly(changes), version: version + 1 };
  if (archived !== undefined) after.archivedAt = archived ? (before.archivedAt ?? tx.ctx.now) : null;
  await saveDimension(tx, after);
  tx.record({ subjectId: id, before, after });
  return after;
});
