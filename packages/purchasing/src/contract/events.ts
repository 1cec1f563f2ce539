import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, id } = schemas;

const posted = z.object({
  billId: id,
  number: z.string(),
  supplierId: id,
  supplierNumber: z.string().nullable(),
  date,
  gross: schemas.money,
  entryId: id,
});

export const billPosted = event({ name: 'purchasing.bill.posted', summary: 'A bill was posted', payload: posted });
export const supplierCreditPosted = event({
  name: 'purchasing.credit_note.posted',
  summary: 'A credit note of a supplier was posted',
  payload: posted,
});
export const billVoided = event({
  name: 'purchasing.bill.voided',
  summary: 'A bill was taken back by a credit note',
  payload: z.object({ billId: id, creditNoteId: id }),
});
