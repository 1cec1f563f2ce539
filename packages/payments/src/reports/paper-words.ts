import type { Locale } from '@atlas/platform';
import type { ageingBuckets } from '../contract/reports.ts';

type PaperWords = {
  readonly ageing: string;
  readonly ledgers: Readonly<Record<'receivable' | 'payable', string>>;
  readonly columns: Readonly<
    Record<'code' | 'party' | 'currency' | 'total' | 'date' | 'dueOn' | 'document' | 'amount' | 'open' | 'balance', string>
  >;
  readonly buckets: Readonly<Record<(typeof ageingBuckets)[number], string>>;
  readonly statement: Readonly<Record<'title' | 'opening' | 'closing' | 'overdue', string>>;
  readonly nobody: string;
  readonly inBooks: string;
  readonly controlAccount: string;
};

/** What reports of open items say on paper. */
export const paperWords: Readonly<Record<Locale, PaperWords>> = {
  en: {
    ageing: 'Ageing',
    ledgers: { receivable: 'Customers', payable: 'Suppliers' },
    columns: {
      ...{ code: 'Code', party: 'Party', currency: 'Currency', total: 'Total' },
      ...{ date: 'Date', dueOn: 'Due on', document: 'Document', amount: 'Amount', open: 'Open', balance: 'Balance' },
    },
    buckets: { not_due: 'Not due', '1_30': '1–30 days', '31_60': '31–60 days', '61_90': '61–90 days', over_90: 'Over 90 days' },
    statement: {
      title: 'Statement of account',
      opening: 'Opening balance',
      closing: 'Closing balance',
      overdue: 'Of these, overdue',
    },
    nobody: 'Nobody',
    inBooks: 'In the books',
    controlAccount: 'Control account',
  },
  de: {
    ageing: 'Offene Posten nach Alter',
    ledgers: { receivable: 'Kunden', payable: 'Lieferanten' },
    columns: {
      ...{ code: 'Nummer', party: 'Partner', currency: 'Währung', total: 'Summe' },
      ...{ date: 'Datum', dueOn: 'Fällig am', document: 'Beleg', amount: 'Betrag', open: 'Offen', balance: 'Saldo' },
    },
    buckets: {
      not_due: 'Nicht fällig',
      '1_30': '1–30 Tage',
      '31_60': '31–60 Tage',
      '61_90': '61–90 Tage',
      over_90: 'Über 90 Tage',
    },
    statement: { title: 'Kontoauszug', opening: 'Anfangssaldo', closing: 'Endsaldo', overdue: 'Davon überfällig' },
    nobody: 'Niemand',
    inBooks: 'In den Büchern',
    controlAccount: 'Sammelkonto',
  },
};
