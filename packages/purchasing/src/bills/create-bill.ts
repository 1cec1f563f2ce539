import { checkOwners, command } from '@atlas/platform';
import { createBill as route } from '../contract/bill-routes.ts';
import { draftBill } from './draft-bill.ts';

export const createBill = command(route, async (tx, input) => {
  await checkOwners(tx, [input]);
  return draftBill(tx, input);
});
