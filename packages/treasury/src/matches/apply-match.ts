import { businessDate, moneyOf, present } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { applyMatch as route } from '../contract/matches.ts';
import { checkHasSides } from '../domain/check-sides.ts';
import { openAccount } from '../statements/open-account.ts';
import { applyMatches } from './apply-matches.ts';
import { loadMatches } from './matches.repository.ts';

export const applyMatch = command(route, async (tx, { id, date, ...input }) => {
  checkHasSides(input);
  const account = await openAccount(tx, id);
  const minor = (amount: string): bigint => moneyOf(amount, account.currency).minor;
  const [matchId] = await applyMatches(tx, account, [
    {
      lineIds: input.lineIds,
      items: input.items.map(({ amount, ...key }) => ({ ...key, amountMinor: amount === undefined ? null : minor(amount) })),
      ledgerLines: input.ledgerLines,
      splits: input.splits.map(({ amount, ...split }) => ({ ...split, amountMinor: minor(amount) })),
      date: date === undefined ? null : businessDate(date),
      value: input.value ?? null,
      ruleId: null,
    },
  ]);
  const [after] = await loadMatches(tx, [present(matchId, 'one was applied')]);
  return present(after, 'it was just written');
});
