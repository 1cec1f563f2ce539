import { daysText, type ReportHead, reportPaper } from '@atlas/accounting';
import type { Output } from '@atlas/contract';
import { type Locale, type Paper, type PaperColumn, paperRow } from '@atlas/platform';
import type { readPartyStatement } from '../contract/reports.ts';
import { paperWords } from './paper-words.ts';

type Statement = Output<typeof readPartyStatement> & {
  readonly ledger: 'receivable' | 'payable';
  readonly knownOn?: string | undefined;
};

/** What was owed, what came since and what is owed, in each currency. */
export function partyStatementPaper(head: ReportHead, said: Statement, language: Locale): Paper {
  const { statement: words, ledgers, columns } = paperWords[language];
  const { partyName, from, to, knownOn, ledger, currencies } = said;
  const amount = (label: string): PaperColumn => ({ label, kind: 'amount', width: 16 });
  const edge = (label: string, currency: string, open: string | null, balance: string | null) =>
    paperRow([null, label, null, currency, null, open, balance], 'strong');
  return reportPaper(head, {
    language,
    title: `${words.title}: ${partyName}`,
    days: daysText(from, to, language),
    knownOn,
    currencies: currencies.length === 0 ? [head.currency] : currencies.map(({ currency }) => currency),
    also: [ledgers[ledger]],
    columns: [
      { label: columns.date, kind: 'date', width: 12 },
      { label: columns.document, kind: 'text', width: 24 },
      { label: columns.dueOn, kind: 'date', width: 12 },
      { label: columns.currency, kind: 'text', width: 14 },
      ...[columns.amount, columns.open, columns.balance].map(amount),
    ],
    rows: currencies.flatMap(({ currency, opening, lines, closing, overdue }) => [
      edge(words.opening, currency, null, opening.amount),
      ...lines.map((line) =>
        paperRow([
          ...[line.date, line.documentNumber, line.dueOn, currency],
          ...[line.amount.amount, line.open.amount, line.balance.amount],
        ]),
      ),
      edge(words.closing, currency, null, closing.amount),
      edge(words.overdue, currency, overdue.amount, null),
    ]),
  });
}
