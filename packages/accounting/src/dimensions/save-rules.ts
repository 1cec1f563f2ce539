import { AtlasError } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { loadAccount, lockAccount } from '../accounts/accounts.repository.ts';
import { saveDimensionRules as route } from '../contract/dimensions.ts';
import { pageOfDimensions } from './dimensions.repository.ts';
import { replaceRules, rulesOfAccount } from './rules.repository.ts';
import { usableValues } from './values.repository.ts';

const refuse = (code: string, pointer: string, message: string): never => {
  throw new AtlasError(code, message, { errors: [{ pointer, code, message }] });
};

export const saveDimensionRules = command(route, async (tx, { accountId, rules }) => {
  await lockAccount(tx, accountId);
  const account = found(await loadAccount(tx, accountId), 'account');
  if (account.isGroup) refuse('accounting.invalid_dimension_rule', '/rules', 'A heading has no lines of its own.');
  const [before, dimensions, values] = await Promise.all([
    rulesOfAccount(tx, accountId),
    pageOfDimensions(tx, { limit: 200 }),
    usableValues(
      tx,
      rules.flatMap(({ defaultValueId }) => defaultValueId ?? []),
    ),
  ]);
  const usable = new Set(dimensions.items.flatMap(({ id, archivedAt }) => (archivedAt === null ? [id] : [])));
  for (const [index, { dimensionId, rule, defaultValueId }] of rules.entries()) {
    const at = `/rules/${index}`;
    if (!usable.delete(dimensionId))
      refuse('accounting.invalid_dimension_rule', `${at}/dimensionId`, 'An account has one rule for a dimension that is in use.');
    if (rule === 'forbidden' && defaultValueId !== null)
      refuse('accounting.invalid_dimension_rule', `${at}/defaultValueId`, 'What is forbidden has no default.');
    if (defaultValueId !== null && values.get(defaultValueId) !== dimensionId)
      refuse('accounting.unknown_dimension_value', `${at}/defaultValueId`, 'There is no such value of this dimension in use.');
  }
  const items = rules.map((rule) => ({ ...rule, accountId }));
  await replaceRules(tx, accountId, items);
  tx.record({ subjectId: accountId, before: { rules: before }, after: { rules: items } });
  return { items };
});
