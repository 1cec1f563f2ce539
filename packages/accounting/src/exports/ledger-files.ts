import { assert, period, present } from '@atlas/kernel';
import { found, reportable } from '@atlas/platform';
import { loadAccount } from '../accounts/accounts.repository.ts';
import { journalFile as journalSpec, generalLedgerFile as ledgerSpec } from '../contract/report-specs.ts';
import { readGeneralLedger } from '../reports/read-general-ledger.ts';
import { readJournalReport } from '../reports/read-journal-report.ts';
import { journalPaper, ledgerPaper } from './ledger-papers.ts';
import { reportHead } from './report-paper.ts';

/** So many lines are read at once; between two reads it is told how far it is. */
const pageSize = 2000;

type Days = { readonly from?: string | undefined; readonly to: string };

/** @throws AtlasError `invalid_period` when the days are none */
function daysOf({ from, to }: Days): string[] {
  if (from === undefined) return [to];
  period(from, to);
  return [from, to];
}

/** The ledger of an account as a file. */
export const generalLedgerFile = reportable({
  spec: ledgerSpec,
  check: async (tx, terms) => {
    const days = daysOf(terms);
    const [account] = await Promise.all([loadAccount(tx, terms.accountId), reportHead(tx, terms)]);
    return [found(account, 'account').code, ...days];
  },
  paper: async ({ read, everyPage, language, askedAt }, terms) => {
    const [account, head] = await read((tx) => Promise.all([loadAccount(tx, terms.accountId), reportHead(tx, terms)]));
    const input = { ...terms, knownOn: terms.knownOn ?? askedAt, limit: pageSize };
    const { first, items } = await everyPage(
      (tx, cursor) => readGeneralLedger.in(tx, { ...input, cursor }),
      ({ items: lines }) => lines.length,
    );
    // What was under way when the first page was read may lie on a later one: then all of it is read again.
    assert(
      (items.at(-1)?.balance ?? first.openingBalance).amount === first.closingBalance.amount,
      'the lines of a ledger lead from its opening to its closing balance',
    );
    const { code, name } = present(account, 'accounts are never deleted');
    return ledgerPaper(head, { language, ...terms }, `${code} ${name}`, { ...first, items });
  },
});

/** The journal as a file. */
export const journalFile = reportable({
  spec: journalSpec,
  check: async (tx, terms) => {
    const days = daysOf(terms);
    await reportHead(tx, terms);
    return days;
  },
  paper: async ({ read, everyPage, language, askedAt }, terms) => {
    const head = await read((tx) => reportHead(tx, terms));
    const input = { ...terms, knownOn: terms.knownOn ?? askedAt, limit: pageSize };
    const { items } = await everyPage(
      (tx, cursor) => readJournalReport.in(tx, { ...input, cursor }),
      (page) => page.items.reduce((sum, { lines }) => sum + lines.length, 0),
    );
    return journalPaper(head, { language, ...terms }, items);
  },
});
