import { present } from '@atlas/kernel';
import { checkOwners, command } from '@atlas/platform';
import { issueBill as route } from '../contract/bill-routes.ts';
import { issuePrepared } from './issue-prepared.ts';
import { prepareBills } from './prepare-bills.ts';

export const issueBill = command(route, async (tx, input) => {
  await checkOwners(tx, [input]);
  const [issued] = await issuePrepared(tx, await prepareBills(tx, [input]));
  return present(issued, 'one bill was issued');
});
