import { entryFilter, itemsAsOf } from '@atlas/accounting';
import { moneyJson } from '@atlas/kernel';
import { loadParty } from '@atlas/parties';
import { found, query } from '@atlas/platform';
import { readPartyStatement as route } from '../contract/reports.ts';
import { balancesBefore, type StatementRow, statementRows } from './reports.repository.ts';

/** The lines of one currency with the running balance. */
function linesOf(rows: readonly StatementRow[], opening: bigint) {
  let balance = opening;
  return rows.map(({ amountMinor, openMinor, currency, ...row }) => {
    balance += amountMinor;
    const [amount, open] = [moneyJson(amountMinor, currency), moneyJson(openMinor, currency)];
    return { ...row, amount, open, balance: moneyJson(balance, currency) };
  });
}

export const readPartyStatement = query(route, async (tx, { ledger, partyId, from, to, ...terms }) => {
  const counts = await entryFilter(tx, terms);
  const [party, before, rows] = await Promise.all([
    loadParty(tx, partyId),
    balancesBefore(tx, counts, { ledger, partyId, from }),
    statementRows(tx, itemsAsOf(tx, ledger, to, partyId), counts, { ledger, partyId, from, to }),
  ]);
  const { name } = found(party, 'party');
  const openings = new Map(before.map(({ currency, minor }) => [currency, BigInt(minor)]));
  const currencies = [...new Set([...openings.keys(), ...rows.map(({ currency }) => currency)])].sort();
  return {
    ...{ partyId, partyName: name, from, to },
    currencies: currencies.map((currency) => {
      const own = rows.filter((row) => row.currency === currency);
      const opening = openings.get(currency) ?? 0n;
      const closing = own.reduce((sum, { amountMinor }) => sum + amountMinor, opening);
      const overdue = own.reduce((sum, { dueOn, openMinor }) => (dueOn < to ? sum + openMinor : sum), 0n);
      return {
        currency,
        opening: moneyJson(opening, currency),
        lines: linesOf(own, opening),
        closing: moneyJson(closing, currency),
        overdue: moneyJson(overdue, currency),
      };
    }),
  };
});
