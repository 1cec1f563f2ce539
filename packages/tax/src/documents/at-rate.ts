import { inBooks, type PostingTerms, type Rates } from '@atlas/accounting';
import type { DocumentRate } from '@atlas/accounting/contract';
import { type BusinessDate, decimal, money } from '@atlas/kernel';
import type { DocumentTax } from './document-taxes.repository.ts';

/** What a document comes to in the books; null where it is in their currency. */
type InBooks = { readonly netMinor: bigint; readonly taxMinor: bigint; readonly grossMinor: bigint };

export type Rated = { readonly inBooks: InBooks | null };

/** A document in its own currency; without a rate that of its day counts. */
type Unrated = {
  readonly currency: string;
  readonly exchangeRate: DocumentRate | null;
  readonly date: BusinessDate;
  readonly taxMinor: bigint;
  readonly grossMinor: bigint;
  readonly taxes: readonly DocumentTax[];
};

/** What an amount of a document is in the books: itself where the document has no rate. */
export function worthOf({ currency, exchangeRate }: Pick<Unrated, 'currency' | 'exchangeRate'>, books: string) {
  if (exchangeRate === null) return (minor: bigint): bigint => minor;
  const rate = { quotation: exchangeRate.quotation, rate: decimal(exchangeRate.rate) };
  return (minor: bigint): bigint => inBooks(money(minor, currency), rate, books).minor;
}

/**
 * A document at its rate: the one that it names, otherwise that of its day.
 *
 * @throws AtlasError `accounting.no_rate`, `accounting.stale_rate`
 */
export function atRate<T extends Unrated>(document: T, { currency: books }: PostingTerms, rates: Rates): T & Rated {
  if (document.currency === books) return { ...document, inBooks: null };
  const { quotation, rate } = document.exchangeRate ?? rates.rateOn(document.currency, document.date);
  const rated = { ...document, exchangeRate: { quotation, rate } };
  const worth = worthOf(rated, books);
  const [taxMinor, grossMinor] = [worth(document.taxMinor), worth(document.grossMinor)];
  return {
    ...rated,
    taxes: document.taxes.map((tax) => ({
      ...tax,
      books: { baseMinor: worth(tax.baseMinor), amountMinor: worth(tax.amountMinor) },
    })),
    inBooks: { netMinor: grossMinor - taxMinor, taxMinor, grossMinor },
  };
}
