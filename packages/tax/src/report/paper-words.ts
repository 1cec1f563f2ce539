import type { Locale } from '@atlas/platform';
import type { taxOperations } from '../contract/taxes.ts';

type Operation = Exclude<(typeof taxOperations)[number], 'domestic'>;

type PaperWords = {
  readonly report: string;
  readonly columns: Readonly<
    Record<
      | 'code'
      | 'name'
      | 'direction'
      | 'documentCount'
      | 'base'
      | 'tax'
      | 'ledger'
      | 'difference'
      | 'date'
      | 'entry'
      | 'description',
      string
    >
  >;
  readonly directions: Readonly<Record<'sale' | 'purchase', string>>;
  readonly operations: Readonly<Record<Operation, string>>;
  readonly accounts: string;
  readonly owed: string;
  readonly documents: string;
  readonly differences: string;
  readonly total: string;
};

/** What the report of taxes says on paper. */
export const paperWords: Readonly<Record<Locale, PaperWords>> = {
  en: {
    report: 'Tax report',
    columns: {
      code: 'Code',
      name: 'Tax or account',
      direction: 'On',
      documentCount: 'Documents',
      base: 'Base',
      tax: 'Tax',
      ledger: 'Ledger',
      difference: 'Difference',
      date: 'Date',
      entry: 'Entry',
      description: 'Description',
    },
    directions: { sale: 'Sales', purchase: 'Purchases' },
    operations: { reverse_charge: 'Reverse charge', withholding: 'Withheld from the payment', exempt: 'Exempt' },
    accounts: 'Accounts of taxes',
    owed: 'Owed by the ledger',
    documents: 'Documents of a tax',
    differences: 'Differences on an account of taxes',
    total: 'Total',
  },
  de: {
    report: 'Steuerbericht',
    columns: {
      code: 'Nummer',
      name: 'Steuer oder Konto',
      direction: 'Auf',
      documentCount: 'Belege',
      base: 'Grundlage',
      tax: 'Steuer',
      ledger: 'Hauptbuch',
      difference: 'Unterschied',
      date: 'Datum',
      entry: 'Buchung',
      description: 'Text',
    },
    directions: { sale: 'Verkäufe', purchase: 'Einkäufe' },
    operations: { reverse_charge: 'Reverse Charge', withholding: 'Von der Zahlung einbehalten', exempt: 'Steuerfrei' },
    accounts: 'Steuerkonten',
    owed: 'Laut Hauptbuch geschuldet',
    documents: 'Belege einer Steuer',
    differences: 'Unterschiede auf einem Steuerkonto',
    total: 'Summe',
  },
};
