import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id } = schemas;

const issued = z.object({ invoiceId: id, number: z.string(), customerId: id, date, gross: schemas.money, entryId: id });

export const invoicePosted = event({ name: 'sales.invoice.posted', summary: 'An invoice was posted', payload: issued });
export const creditNotePosted = event({ name: 'sales.credit_note.posted', summary: 'A credit note was posted', payload: issued });
export const invoiceVoided = event({
  name: 'sales.invoice.voided',
  summary: 'An invoice was taken back by a credit note',
  payload: z.object({ invoiceId: id, creditNoteId: id }),
});
