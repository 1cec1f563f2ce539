import type { Locale } from '@atlas/platform';
import type { Breakdown } from './revenue.repository.ts';

type PaperWords = {
  readonly title: string;
  readonly by: Readonly<Record<Breakdown, { readonly title: string; readonly column: string }>>;
  readonly columns: Readonly<Record<'code' | 'invoiceCount' | 'net', string>>;
  readonly none: string;
  readonly total: string;
};

/** What reports of what was sold say on paper. */
export const paperWords: Readonly<Record<Locale, PaperWords>> = {
  en: {
    title: 'Revenue',
    by: {
      month: { title: 'by month', column: 'Month' },
      customer: { title: 'by customer', column: 'Customer' },
      category: { title: 'by category', column: 'Category' },
      country: { title: 'by country', column: 'Country' },
      product: { title: 'by product', column: 'Product' },
    },
    columns: { code: 'Code', invoiceCount: 'Documents', net: 'Net' },
    none: 'None',
    total: 'Total',
  },
  de: {
    title: 'Umsatz',
    by: {
      month: { title: 'nach Monaten', column: 'Monat' },
      customer: { title: 'nach Kunden', column: 'Kunde' },
      category: { title: 'nach Warengruppen', column: 'Warengruppe' },
      country: { title: 'nach Ländern', column: 'Land' },
      product: { title: 'nach Produkten', column: 'Produkt' },
    },
    columns: { code: 'Nummer', invoiceCount: 'Belege', net: 'Netto' },
    none: 'Ohne',
    total: 'Summe',
  },
};
