import { moneyOf, present } from '@atlas/kernel';
import { command, definedOnly, found, sameVersion } from '@atlas/platform';
import { matchingRuleSaved } from '../contract/events.ts';
import { updateMatchingRule as route } from '../contract/matching-rules.ts';
import { checkRule } from './check-rule.ts';
import { loadRule, saveRule, viewRule } from './rules.repository.ts';

export const updateMatchingRule = command(route, async (tx, { id, version, archived, minAmount, maxAmount, ...changes }) => {
  const before = found(await loadRule(tx, id, true), 'rule');
  sameVersion(before.version, version);
  const minor = (amount: string | null | undefined, kept: bigint | null) =>
    amount === undefined ? kept : amount === null ? null : moneyOf(amount, before.currency).minor;
  const row = {
    ...before,
    ...definedOnly(changes),
    minMinor: minor(minAmount, before.minMinor),
    maxMinor: minor(maxAmount, before.maxMinor),
    version: version + 1,
  };
  if (archived !== undefined) row.archivedAt = archived ? (before.archivedAt ?? tx.ctx.now) : null;
  await checkRule(tx, row);
  await saveRule(tx, row);
  const after = viewRule(present(await loadRule(tx, id), 'it was there'));
  tx.record({ subjectId: id, before: viewRule(before), after });
  tx.emit(matchingRuleSaved, { ruleId: id, bankAccountId: row.bankAccountId });
  return after;
});
