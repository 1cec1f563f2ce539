import { AtlasError } from '@atlas/kernel';
import { command, definedOnly, found, sameVersion } from '@atlas/platform';
import { updateDimensionValue as route } from '../contract/dimensions.ts';
import { checkParent } from './create-value.ts';
import { askingAccount, loadDimension } from './dimensions.repository.ts';
import { loadValue, pathOf, saveValue, type ValueRow } from './values.repository.ts';

export const updateDimensionValue = command(route, async (tx, { id, version, archived, ...changes }) => {
  const { dimensionId } = found(await loadValue(tx, id), 'value');
  // Values of one dimension change one after the other: two moves at once could make a circle.
  await loadDimension(tx, dimensionId, true);
  const before = found(await loadValue(tx, id), 'value');
  sameVersion(before.version, version);
  const after: ValueRow = { ...before, ...definedOnly(changes), version: version + 1 };
  if (archived !== undefined) after.archivedAt = archived ? (before.archivedAt ?? tx.ctx.now) : null;
  await checkParent(tx, dimensionId, after.parentId);
  if (after.parentId !== null && (await pathOf(tx, after.parentId)).includes(id))
    throw new AtlasError('accounting.value_below_itself', `${before.code} cannot stand below itself.`);
  const asking = archived ? await askingAccount(tx, { valueId: id }) : null;
  if (asking !== null)
    throw new AtlasError('accounting.dimension_in_use', `Account ${asking} gives ${before.code} to lines that name none.`);
  await saveValue(tx, after);
  tx.record({ subjectId: id, before, after });
  return after;
});
