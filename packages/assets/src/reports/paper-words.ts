import type { Locale } from '@atlas/platform';
import type { assetStatuses } from '../contract/assets.ts';

type PaperWords = {
  readonly register: string;
  readonly columns: Readonly<Record<'code' | 'name' | 'category' | 'status' | 'cost' | 'accumulated' | 'net', string>>;
  readonly statuses: Readonly<Record<(typeof assetStatuses)[number], string>>;
  readonly total: string;
  readonly accounts: string;
};

/** What the register says on paper. */
export const paperWords: Readonly<Record<Locale, PaperWords>> = {
  en: {
    register: 'Asset register',
    columns: {
      ...{ code: 'Code', name: 'Name', category: 'Category', status: 'State' },
      ...{ cost: 'Cost', accumulated: 'Accumulated', net: 'Book value' },
    },
    statuses: { draft: 'Draft', in_service: 'In service', fully_depreciated: 'Fully depreciated', disposed: 'Disposed of' },
    total: 'Total',
    accounts: 'By account',
  },
  de: {
    register: 'Anlagenverzeichnis',
    columns: {
      ...{ code: 'Nummer', name: 'Bezeichnung', category: 'Anlagenklasse', status: 'Zustand' },
      ...{ cost: 'Anschaffungskosten', accumulated: 'Kumuliert', net: 'Buchwert' },
    },
    statuses: { draft: 'Entwurf', in_service: 'In Betrieb', fully_depreciated: 'Abgeschrieben', disposed: 'Abgegangen' },
    total: 'Summe',
    accounts: 'Nach Konto',
  },
};
