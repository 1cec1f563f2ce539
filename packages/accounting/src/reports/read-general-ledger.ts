import { addDays, moneyJson, period } from '@atlas/kernel';
import { found, query } from '@atlas/platform';
import { loadAccount } from '../accounts/accounts.repository.ts';
import { companyOf } from '../company/company-of.ts';
import { readGeneralLedger as route } from '../contract/reports.ts';
import { untilDay } from '../domain/balance-spans.ts';
import { accountBalance } from './balances.repository.ts';
import { knownUntil } from './known-until.ts';
import { decodeLedgerKey, encodeLedgerKey, ledgerLines, sumOnDayUpTo } from './ledger-lines.repository.ts';
import { lineFilter } from './line-filter.repository.ts';

const [firstDay, lastDay] = ['0001-01-01', '9999-12-31'];

export const readGeneralLedger = query(
  route,
  async (tx, { accountId, from = firstDay, to = lastDay, knownOn, limit, cursor, ...terms }) => {
    period(from, to);
    const { lines: only } = await lineFilter(tx, terms);
    const view = { knownUntil: knownUntil(knownOn), lines: only };
    const after = cursor === undefined ? null : decodeLedgerKey(cursor);
    const before = (day: string) =>
      day === firstDay ? Promise.resolve(0n) : accountBalance(tx, accountId, untilDay(addDays(day, -1)), view);
    const [account, { baseCurrency: currency }, opening, closing, atPage, lines] = await Promise.all([
      loadAccount(tx, accountId),
      companyOf(tx),
      before(from),
      accountBalance(tx, accountId, untilDay(to), view),
      after ? Promise.all([before(after.date), sumOnDayUpTo(tx, accountId, after, view)]).then(([a, b]) => a + b) : before(from),
      ledgerLines(tx, accountId, from, to, after, limit + 1, view),
    ]);
    found(account, 'account');
    let balance = atPage;
    const items = lines.slice(0, limit).map(({ amountMinor, ...line }) => {
      balance += amountMinor;
      return {
        ...line,
        debit: amountMinor > 0n ? moneyJson(amountMinor, currency) : null,
        credit: amountMinor < 0n ? moneyJson(-amountMinor, currency) : null,
        balance: moneyJson(balance, currency),
      };
    });
    const last = items.at(-1);
    const nextCursor =
      lines.length > limit && last ? encodeLedgerKey({ date: last.date, entryId: last.id, position: last.position }) : null;
    return { items, nextCursor, openingBalance: moneyJson(opening, currency), closingBalance: moneyJson(closing, currency) };
  },
);
