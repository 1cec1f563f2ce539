import { schemas } from '@atlas/contract';
import { z } from 'zod';

const { amount, id, nonNegativeDecimal } = schemas;

/** What a charge of a document, or a discount on it, says of what it comes to. */
export const chargeFields = {
  kind: z.enum(['charge', 'discount']),
  amount: amount
    .refine((text) => !text.startsWith('-'), 'must not be negative')
    .optional()
    .meta({ description: 'Without taxes; or else it is a share' }),
  share: nonNegativeDecimal.optional().meta({ description: 'Share of what it is of: 0.05 is 5 %' }),
  of: z.enum(['lines', 'charge', 'total', 'document']).default('lines').meta({
    description:
      'lines: their net; charge: an earlier charge; total: all that stands before it, with taxes; document: what the whole document comes to changes by so much, taxes and all',
  }),
  through: z.int().min(1).max(50).optional().meta({
    description: 'The place of the charge that it is of, or of the last one in the total; the one before when left out',
  }),
  taxIds: z
    .array(id)
    .max(20)
    .nullable()
    .default(null)
    .meta({ description: 'Taxes on it; null has it owe what the lines owe, each its part' }),
};

export type WrittenCharge = z.output<z.ZodObject<typeof chargeFields>>;
