import { route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { date, decimal, id } = schemas;

const taxIds = z.array(id).max(20);

export const mapTaxedPrice = route({
  name: 'tax.price.map',
  method: 'POST',
  path: '/taxes/price-mapping',
  summary: 'The price of one unit under other taxes; a price without its taxes in it stays',
  input: z.object({ date, unitPrice: decimal, fromTaxIds: taxIds, toTaxIds: taxIds }),
  output: z.object({ unitPrice: decimal.meta({ description: 'To nine decimals' }) }),
  errors: ['tax.unknown_tax', 'tax.not_in_force', 'tax.indivisible', 'tax.amount_too_large'],
});
