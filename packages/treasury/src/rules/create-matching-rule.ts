import { moneyOf, present, uuidv7 } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { loadBankAccount } from '../accounts/accounts.repository.ts';
import { matchingRuleSaved } from '../contract/events.ts';
import { createMatchingRule as route } from '../contract/matching-rules.ts';
import { checkRule } from './check-rule.ts';
import { loadRule, saveRule, viewRule } from './rules.repository.ts';

export const createMatchingRule = command(route, async (tx, { minAmount, maxAmount, ...input }) => {
  const { currency } = found(await loadBankAccount(tx, input.bankAccountId), 'bank account');
  const minor = (amount: string | null) => (amount === null ? null : moneyOf(amount, currency).minor);
  const rule = { ...input, id: uuidv7(), minMinor: minor(minAmount), maxMinor: minor(maxAmount), archivedAt: null, version: 1 };
  await checkRule(tx, rule);
  await saveRule(tx, rule);
  tx.emit(matchingRuleSaved, { ruleId: rule.id, bankAccountId: rule.bankAccountId });
  return viewRule(present(await loadRule(tx, rule.id), 'the rule was just written'));
});
