import { schemas } from '@atlas/contract';
import { z } from 'zod';
import { quotation } from './currencies.ts';

const { currencyCode, money, positiveDecimal } = schemas;

const documentRate = z.object({ quotation, rate: positiveDecimal }).meta({ id: 'DocumentExchangeRate' });

/** The rate that a document is posted at. */
export type DocumentRate = z.output<typeof documentRate>;

/** What a document says of its currency when it is written. */
export const currencyInput = {
  currency: currencyCode
    .optional()
    .meta({ description: "Left out, the books'; of a credit note, that of the document that it takes back" }),
  exchangeRate: documentRate.optional().meta({
    description:
      'Of another currency than the books; left out, of the day of the document, of a credit note that of what it takes back',
  }),
};

/** The rate that a document has. */
export const exchange = {
  exchangeRate: documentRate.nullable().meta({ description: 'Null in the currency of the books, and of drafts that name none' }),
};

/** What a document comes to in the books. */
export const inBooks = z.object({ net: money, tax: money, gross: money }).meta({ id: 'DocumentInBooks' });
