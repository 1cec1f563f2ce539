import { AtlasError, decimal, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { createAssetCategory as route } from '../contract/categories.ts';
import { checkMethod } from '../domain/check-terms.ts';
import { insertCategory } from './categories.repository.ts';
import { checkPostable } from './postable-accounts.ts';

export const createAssetCategory = command(route, async (tx, input) => {
  const { method, yearlyRate, assetAccountId, accumulatedAccountId } = input;
  checkMethod({ method, yearlyRate: yearlyRate === null ? null : decimal(yearlyRate) });
  if (assetAccountId === accumulatedAccountId)
    throw new AtlasError('assets.invalid_terms', 'What is accumulated stands on an account of its own.');
  await checkPostable(tx, [
    assetAccountId,
    accumulatedAccountId,
    input.expenseAccountId,
    input.gainAccountId,
    input.lossAccountId,
  ]);
  const created = { ...input, id: uuidv7(), version: 1 };
  await insertCategory(tx, created);
  return created;
});
