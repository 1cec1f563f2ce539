import { schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, money } = schemas;

/** What one tax of an invoice came to. */
export const invoiceTax = z
  .object({
    taxId: id,
    code: z.string(),
    name: z.string(),
    operation: z.enum(['domestic', 'reverse_charge', 'withholding', 'exempt']),
    value: schemas.decimal.meta({ description: 'What it was on the day of the document' }),
    base: money,
    amount: money,
    exemptionCode: z.string().nullable(),
    exemptionReason: z.string().nullable(),
  })
  .meta({ id: 'InvoiceTax' });
