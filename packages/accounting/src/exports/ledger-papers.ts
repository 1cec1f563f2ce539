import type { Output } from '@atlas/contract';
import { exponentOf } from '@atlas/kernel';
import { type Paper, type PaperColumn, type PaperRow, pageWordsIn } from '@atlas/platform';
import type { readGeneralLedger } from '../contract/reports.ts';
import type { readJournalReport } from '../contract/statements.ts';
import type { ExportTerms } from './report-files.repository.ts';
import { aboutOf, daysText, type Only, wordsIn } from './statement-paper.ts';

type Ledger = Pick<Output<typeof readGeneralLedger>, 'openingBalance' | 'closingBalance' | 'items'>;
type Entry = Output<typeof readJournalReport>['items'][number];
type Of = { readonly company: string; readonly currency: string; readonly terms: ExportTerms; readonly only?: Only };

const row = (cells: PaperRow['cells'], look: PaperRow['look'] = 'plain', indent = 0): PaperRow => ({ look, indent, cells });

function paperOf({ company, currency, terms, only }: Of, title: string, columns: PaperColumn[], rows: PaperRow[]): Paper {
  const { language, from = null, to, knownOn } = terms;
  const words = wordsIn(language);
  const about = aboutOf(daysText(from, to, language), { currency, only, knownOn }, words);
  return {
    company,
    title,
    about,
    locale: language,
    decimals: exponentOf(currency),
    columns,
    rows,
    pageWords: pageWordsIn(language),
  };
}

/** The ledger of an account between its opening and its closing balance. */
export function ledgerPaper(of: Of, account: string, { items, openingBalance, closingBalance }: Ledger): Paper {
  const { columns: said, opening, closing, titles } = wordsIn(of.terms.language);
  const columns: PaperColumn[] = [
    { label: said.date, kind: 'date', width: 12 },
    { label: said.entry, kind: 'text', width: 18 },
    { label: said.description, kind: 'text', width: 40 },
    { label: said.party, kind: 'text', width: 24 },
    ...[said.debit, said.credit, said.balance].map((label): PaperColumn => ({ label, kind: 'amount', width: 16 })),
  ];
  const rows = items.map(({ date, number, description, partyName, debit, credit, balance }) =>
    row([date, number, description, partyName, debit?.amount ?? null, credit?.amount ?? null, balance.amount]),
  );
  const edge = (name: string, amount: string) => row([null, null, name, null, null, null, amount], 'strong');
  const whole = [edge(opening, openingBalance.amount), ...rows, edge(closing, closingBalance.amount)];
  return paperOf(of, `${titles.general_ledger} ${account}`, columns, whole);
}

/** Entries one below the other, each with its lines. */
export function journalPaper(of: Of, entries: readonly Entry[]): Paper {
  const { columns: said, titles } = wordsIn(of.terms.language);
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
      row([
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
  return paperOf(of, titles.journal, columns, rows);
}
