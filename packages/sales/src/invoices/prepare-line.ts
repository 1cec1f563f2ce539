import type { PostingTerms } from '@atlas/accounting';
import { AtlasError, invalidField } from '@atlas/kernel';
import type { PricedLine } from '@atlas/tax';
import type { z } from 'zod';
import type { KeptCharge } from '../contract/charges.ts';
import type { newInvoiceLine } from '../contract/invoices.ts';
import type { TermsRow } from './terms.repository.ts';

type NewLine = z.output<typeof newInvoiceLine>;

/** A line that refers to things that exist; not priced yet. */
export type UnpricedLine = {
  readonly productId: string | null;
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  readonly taxCodeId: string | null;
  readonly taxIds: readonly string[];
  readonly revenueAccountId: string;
  readonly dimensions: NewLine['dimensions'];
  /** How the charge was written that it is a part of; null of a line. */
  readonly charge: KeptCharge | null;
};

export type PreparedLine = UnpricedLine & PricedLine;

type Product = TermsRow['products'][string] | null;

export const invalidTerm = (pointer: string, code: string, message: string): AtlasError =>
  new AtlasError(code, message, { errors: [{ pointer, code, message }] });

/** The taxes of a line: those it names, otherwise the one that its tax code stands for, otherwise its product's. */
function taxesOf(line: NewLine, product: Product, pointer: string, { taxCodes }: TermsRow) {
  const { taxIds } = line;
  const code = line.taxCodeId ?? (taxIds ? null : (product?.taxCodeId ?? null));
  if (code !== null && !taxCodes.includes(code))
    throw invalidTerm(`${pointer}/taxCodeId`, 'sales.unknown_tax_code', 'There is no such tax code.');
  const taxCodeId = code !== null && (taxIds?.includes(code) ?? true) ? code : null;
  return { taxCodeId, taxIds: taxIds ?? (taxCodeId === null ? [] : [taxCodeId]) };
}

/** @throws AtlasError the first refusal, with a pointer to the field */
export function prepareLine(line: NewLine, pointer: string, terms: TermsRow, posting: PostingTerms): UnpricedLine {
  const product = line.productId === null ? null : terms.products[line.productId];
  if (product === undefined) throw invalidTerm(`${pointer}/productId`, 'sales.unknown_product', 'There is no such product.');
  const description = line.description ?? product?.name;
  if (description === undefined)
    throw invalidField(`${pointer}/description`, 'required', 'A line without a product needs a description.');
  const { productId, quantity, unitPrice, discount, dimensions } = line;
  const revenueAccountId = line.revenueAccountId ?? posting.accountFor('sales');
  return {
    productId,
    description,
    quantity,
    unitPrice,
    discount,
    ...taxesOf(line, product, pointer, terms),
    revenueAccountId,
    dimensions,
    charge: null,
  };
}
