import { AtlasError, type BusinessDate, type Currency } from '@atlas/kernel';
import { discountOf } from '../domain/early-discount.ts';
import { type Instalment, instalmentsOf } from '../domain/instalments.ts';
import type { TermsById } from './terms-of-documents.repository.ts';

/** When a document is to be paid, and what paying it early takes off. */
export type Schedule = {
  readonly instalments: readonly Instalment[];
  readonly discount: { readonly until: BusinessDate; readonly amountMinor: bigint; readonly lowersTaxes: boolean } | null;
};

type Document = {
  readonly date: BusinessDate;
  readonly currency: Currency;
  readonly netMinor: bigint;
  /** What is paid in the end. */
  readonly payableMinor: bigint;
};

/**
 * The schedule of a document by the terms that it names.
 *
 * @param pointer of the field that names them
 * @throws AtlasError `payments.unknown_terms`
 */
export function scheduleOf(terms: TermsById, id: string, document: Document, pointer: string): Schedule {
  const named = terms[id];
  if (!named || named.archived) {
    const message = named ? 'These payment terms are archived.' : 'There are no such payment terms.';
    throw new AtlasError('payments.unknown_terms', message, { errors: [{ pointer, code: 'payments.unknown_terms', message }] });
  }
  const { date, currency, netMinor, payableMinor } = document;
  const parts = instalmentsOf(named.lines, { date, totalMinor: payableMinor, currency });
  const discount = named.discount && discountOf(named.discount, { netMinor, grossMinor: payableMinor, currency, date });
  return {
    instalments: parts.filter(({ amountMinor }) => amountMinor !== 0n),
    discount: discount && discount.amountMinor > 0n ? discount : null,
  };
}
