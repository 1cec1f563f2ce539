import { schemas } from '@atlas/contract';
import { chargeFields } from '@atlas/tax/contract';
import { z } from 'zod';

const { amount, decimal, id, line, money } = schemas;

const said = {
  description: line(300),
  reasonCode: line(10)
    .nullable()
    .default(null)
    .meta({ description: 'As electronic invoices tell it: UNTDID 5189 of a discount (95), 7161 of a charge (FC)' }),
};

/** A charge of an invoice, or a discount on it, as it is written. */
export const newInvoiceCharge = z.object({
  ...chargeFields,
  ...said,
  accountId: id.optional().meta({ description: 'Left out, the account for discounts that are given, or the sales account' }),
});

const part = z.object({ taxIds: z.array(id), taxRate: decimal, net: money, tax: money });

export const invoiceCharge = z
  .object({
    position: z.int(),
    kind: chargeFields.kind,
    description: z.string(),
    reasonCode: z.string().nullable(),
    amount: amount.nullable(),
    share: decimal.nullable(),
    of: z.enum(['lines', 'charge', 'total', 'document']),
    through: z.int().nullable(),
    taxIds: z.array(id).nullable().meta({ description: 'As they were written' }),
    accountId: id,
    net: money.meta({ description: 'Below zero when it is taken off' }),
    tax: money,
    parts: z.array(part).meta({ description: 'What it comes to for each set of taxes' }),
  })
  .meta({ id: 'InvoiceCharge' });

/** How a charge was written: it lies with each of its parts. */
export type KeptCharge = Pick<
  z.output<typeof invoiceCharge>,
  'position' | 'kind' | 'reasonCode' | 'amount' | 'share' | 'of' | 'through' | 'taxIds'
>;
