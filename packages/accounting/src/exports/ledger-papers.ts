import type { Output } from '@atlas/contract';
import { type Locale, type Paper, type PaperColumn, type PaperRow, paperRow } from '@atlas/platform';
import type { readGeneralLedger } from '../contract/reports.ts';
import type { readJournalReport } from '../contract/statements.ts';
import { daysText, type ReportHead, reportPaper, wordsIn } from './report-paper.ts';

type Ledger = Pick<Output<typeof readGeneralLedger>, 'openingBalance' | 'closingBalance' | 'items'>;
type Entry = Output<typeof readJournalReport>['items'][number];
type Of = {
  readonly language: Locale;
  readonly from?: string | undefined;
  readonly to: string;
  readonly knownOn?: string | undefined;
};

const paperOf = (head: ReportHead, of: Of, title: string, columns: PaperColumn[], rows: PaperRow[]): Paper => {
  const { language, from = null, to, knownOn } = of;
  return reportPaper(head, { language, title, days: daysText(from, to, language), knownOn, columns, rows });
};

/** The ledger of an account between its opening and its closing balance. */
export function ledgerPaper(head: ReportHead, of: Of, account: string, ledger: Ledger): Paper {
  const { items, openingBalance, closingBalance } = ledger;
  const { columns: said, opening, closing, titles } = wordsIn(of.language);
  const columns: PaperColumn[] = [
    { label: said.date, kind: 'date', width: 12 },
    { label: said.entry, kind: 'text', width: 18 },
    { label: said.description, kind: 'text', width: 40 },
    { label: said.party, kind: 'text', width: 24 },
    ...[said.debit, said.credit, said.balance].map((label): PaperColumn => ({ label, kind: 'amount', width: 16 })),
  ];
  const rows = items.map(({ date, number, description, partyName, debit, credit, balance }) =>
    paperRow([date, number, description, partyName, debit?.amount ?? null, credit?.amount ?? null, balance.amount]),
  );
  const edge = (name: string, amount: string) => paperRow([null, null, name, null, null, null, amount], 'strong');
  const whole = [edge(opening, openingBalance.amount), ...rows, edge(closing, closingBalance.amount)];
  return paperOf(head, of, `${titles.general_ledger} ${account}`, columns, whole);
}

/** Entries one below the other, each with its lines. */
export function journalPaper(head: ReportHead, of: Of, entries: readonly Entry[]): Paper {
  const { columns: said, titles } = wordsIn(of.language);
  const columns: PaperColumn[] = [
    { label: said.date, kind: 'date', width: 12 },
    { label: said.entry, kind: 'text', width: 18 },
    { label: said.code, kind: 'text', width: 10 },
    { label: said.account, kind: 'text', width: 28 },
    { label: said.description, kind: 'text', width: 40 },
    { label: said.debit, kind: 'amount', width: 16 },
    { label: said.credit, kind: 'amount', width: 16 },
  ];
  const rows = entries.flatMap(({ date, number, description, lines }) =>
    lines.map((line) =>
      paperRow([
        date,
        number,
        line.accountCode,
        line.accountName,
        line.description ?? description,
        line.debit?.amount ?? null,
        line.credit?.amount ?? null,
      ]),
    ),
  );
  return paperOf(head, of, titles.journal, columns, rows);
}
