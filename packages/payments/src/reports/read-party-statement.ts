import { entryFilter, itemsAsOf, knownUntil } from '@atlas/accounting';
import { moneyJson, period } from '@atlas/kernel';
import { loadParty } from '@atlas/parties';
import { found, query } from '@atlas/platform';
import { readPartyStatement as route } from '../contract/reports.ts';
import { balancesBefore, type CurrencySum, overdueOn, type StatementRow, statementRows } from './reports.repository.ts';

/** The lines of one currency with the running balance. */
function linesOf(rows: readonly StatementRow[], opening: bigint) {
  let balance = opening;
  return rows.map(({ amountMinor, openMinor, currency, ...row }) => {
    balance += amountMinor;
    const [amount, open] = [moneyJson(amountMinor, currency), moneyJson(openMinor, currency)];
    return { ...row, amount, open, balance: moneyJson(balance, currency) };
  });
}

const byCurrency = (sums: readonly CurrencySum[]) => new Map(sums.map(({ currency, minor }) => [currency, BigInt(minor)]));

export const readPartyStatement = query(route, async (tx, { ledger, partyId, from, to, knownOn, ...terms }) => {
  period(from, to);
  const counts = await entryFilter(tx, { ...terms, knownOn });
  const open = itemsAsOf(tx, { ledger, asOf: to, partyId, knownUntil: knownUntil(knownOn) });
  const [party, before, rows, late] = await Promise.all([
    loadParty(tx, partyId),
    balancesBefore(tx, counts, { ledger, partyId, from }),
    statementRows(tx, open, counts, { ledger, partyId, from, to }),
    overdueOn(tx, open, counts, to),
  ]);
  const { name } = found(party, 'party');
  const [openings, overdue] = [byCurrency(before), byCurrency(late)];
  const currencies = [...new Set([...openings.keys(), ...rows.map(({ currency }) => currency)])].sort();
  return {
    ...{ partyId, partyName: name, from, to },
    currencies: currencies.map((currency) => {
      const own = rows.filter((row) => row.currency === currency);
      const opening = openings.get(currency) ?? 0n;
      const closing = own.reduce((sum, { amountMinor }) => sum + amountMinor, opening);
      return {
        currency,
        opening: moneyJson(opening, currency),
        lines: linesOf(own, opening),
        closing: moneyJson(closing, currency),
        overdue: moneyJson(overdue.get(currency) ?? 0n, currency),
      };
    }),
  };
});
