import type { Locale } from '@atlas/platform';
import type { ageingBuckets } from '../contract/reports.ts';

type PaperWords = {
  readonly ageing: string;
  readonly ledgers: Readonly<Record<'receivable' | 'payable', string>>;
  readonly columns: Readonly<Record<'code' | 'party' | 'currency' | 'total', string>>;
  readonly buckets: Readonly<Record<(typeof ageingBuckets)[number], string>>;
  readonly nobody: string;
  readonly inBooks: string;
  readonly controlAccount: string;
};

/** What reports of open items say on paper. */
export const paperWords: Readonly<Record<Locale, PaperWords>> = {
  en: {
    ageing: 'Ageing',
    ledgers: { receivable: 'Customers', payable: 'Suppliers' },
    columns: { code: 'Code', party: 'Party', currency: 'Currency', total: 'Total' },
    buckets: { not_due: 'Not due', '1_30': '1–30 days', '31_60': '31–60 days', '61_90': '61–90 days', over_90: 'Over 90 days' },
    nobody: 'Nobody',
    inBooks: 'In the books',
    controlAccount: 'Control account',
  },
  de: {
    ageing: 'Offene Posten nach Alter',
    ledgers: { receivable: 'Kunden', payable: 'Lieferanten' },
    columns: { code: 'Nummer', party: 'Partner', currency: 'Währung', total: 'Summe' },
    buckets: {
      not_due: 'Nicht fällig',
      '1_30': '1–30 Tage',
      '31_60': '31–60 Tage',
      '61_90': '61–90 Tage',
      over_90: 'Über 90 Tage',
    },
    nobody: 'Niemand',
    inBooks: 'In den Büchern',
    controlAccount: 'Sammelkonto',
  },
};
