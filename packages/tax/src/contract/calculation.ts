import { route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { chargeFields } from './charges.ts';
import { rounding, tie } from './settings.ts';
import { taxOperations } from './taxes.ts';

const { currencyCode, date, decimal, id, money, positiveDecimal, share } = schemas;

const lineTax = z.object({ taxId: id, base: money, amount: money });

const totals = {
  net: money,
  tax: money.meta({ description: 'What is owed with the price' }),
  gross: money.meta({ description: 'net and tax' }),
  withheld: money.meta({ description: 'What is kept back from the payment' }),
  reverseCharged: money.meta({ description: 'What the buyer owes to the state' }),
  payable: money.meta({ description: 'gross without what is withheld' }),
};

const documentTax = lineTax
  .extend({
    code: z.string(),
    name: z.string(),
    operation: z.enum(taxOperations),
    value: decimal.meta({ description: 'What it is on the day of the document' }),
    exemptionCode: z.string().nullable(),
    exemptionReason: z.string().nullable(),
  })
  .meta({ id: 'DocumentTax' });

const inBooks = z.object({ ...totals, taxes: z.array(lineTax) }).meta({ id: 'TaxesInBooks' });

export const taxCalculation = z
  .object({
    rounding,
    ...totals,
    roundingAdjustment: money.meta({ description: 'What rounding the payable total off to the smallest coins adds' }),
    taxes: z.array(documentTax),
    lines: z.array(z.object({ net: money, tax: money, gross: money, taxes: z.array(lineTax) })),
    charges: z
      .array(z.object({ net: money, tax: money, gross: money }))
      .meta({ description: 'What each comes to, a discount below zero; they are part of the net' }),
    books: inBooks.nullable(),
  })
  .meta({ id: 'TaxCalculation' });

export const calculateTaxes = route({
  name: 'tax.document.calculate',
  method: 'POST',
  path: '/taxes/calculation',
  summary: 'Work out what a document comes to with its taxes; nothing is written',
  input: z.object({
    date: date.meta({ description: 'Day whose taxes count' }),
    currency: currencyCode,
    rounding: rounding.optional().meta({ description: 'As the workspace rounds, unless said otherwise' }),
    tie: tie.optional(),
    smallestCoin: positiveDecimal.optional().meta({ description: 'What payments are rounded off to: 0.05, 1' }),
    books: z
      .object({
        currency: currencyCode,
        rate: positiveDecimal.meta({ description: 'Units of the document’s currency for one of the books’' }),
      })
      .optional(),
    lines: z
      .array(
        z.object({
          quantity: decimal,
          unitPrice: decimal,
          discount: share.default('0'),
          taxIds: z.array(id).max(20).default([]),
        }),
      )
      .min(1)
      .max(1000),
    charges: z.array(z.object(chargeFields)).max(50).default([]),
  }),
  output: taxCalculation,
  errors: [
    'tax.unknown_tax',
    'tax.not_in_force',
    'tax.invalid_charge',
    'too_many_decimals',
    'tax.indivisible',
    'tax.amount_too_large',
  ],
});
