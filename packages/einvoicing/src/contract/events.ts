import { event } from '@atlas/contract';
import { z } from 'zod';

export const sellerSaved = event({
  name: 'einvoicing.seller.saved',
  summary: 'What electronic invoices say of the company was changed',
  payload: z.object({ version: z.int() }),
});
