import { route, schemas } from '@atlas/contract';
import { z } from 'zod';

export const paymentSettings = z
  .object({
    writeOffLimit: schemas.amount
      .refine((text) => !text.startsWith('-'), 'must not be negative')
      .meta({ description: 'The most that is written off of one item, in the currency of the books' }),
  })
  .meta({ id: 'PaymentSettings' });

export const getPaymentSettings = route({
  name: 'payments.settings.get',
  method: 'GET',
  path: '/payment-settings',
  summary: 'Read what holds for payments',
  input: z.object({}),
  output: paymentSettings,
  errors: [],
});

export const savePaymentSettings = route({
  name: 'payments.settings.save',
  method: 'PUT',
  path: '/payment-settings',
  summary: 'Set what holds for payments',
  input: paymentSettings,
  output: paymentSettings,
  errors: [],
});
