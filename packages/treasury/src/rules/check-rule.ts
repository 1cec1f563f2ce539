import { checkAccounts, entryAccounts } from '@atlas/accounting';
import { AtlasError, present } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { asksForSomething, type MatchingRule } from '../domain/matching-rule.ts';

type Checked = Pick<MatchingRule, 'words' | 'counterpartyAccount' | 'minMinor' | 'maxMinor' | 'accountId' | 'partyId'>;

/**
 * A rule asks for something, and posts to an account that takes postings; to a control account only for a party.
 *
 * @throws AtlasError `treasury.rule_too_wide`, `accounting.unknown_account`, `accounting.control_account` and others
 */
export async function checkRule(tx: TenantTx, rule: Checked): Promise<void> {
  if (!asksForSomething(rule))
    throw new AtlasError('treasury.rule_too_wide', 'Say which words, which counterparty or which amounts the rule is about.');
  if (rule.minMinor !== null && rule.maxMinor !== null && rule.minMinor > rule.maxMinor)
    throw new AtlasError('treasury.rule_too_wide', 'The least amount is more than the most.');
  const { accountId, partyId } = rule;
  if (accountId === null) return;
  const accounts = await entryAccounts(tx, [accountId]);
  checkAccounts([{ accountId }], accounts);
  const { role, code } = present(accounts.get(accountId), 'the account was checked');
  if ((role === 'receivable' || role === 'payable') && partyId === null)
    throw new AtlasError('accounting.control_account', `${code} is kept by party: say whose it is.`);
}
