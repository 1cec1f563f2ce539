import { AtlasError, present } from '@atlas/kernel';
import { checkOwners, command, found, sameVersion } from '@atlas/platform';
import { updateBill as route } from '../contract/bill-routes.ts';
import { forgetTaxes, keepTaxes } from './bill-taxes.ts';
import { replaceDraft } from './bills.repository.ts';
import { loadBill } from './load-bill.ts';
import { prepareBills } from './prepare-bills.ts';

export const updateBill = command(route, async (tx, { id, version, ...input }) => {
  const before = found(await loadBill(tx, id, true), 'bill');
  if (before.status !== 'draft')
    throw new AtlasError('purchasing.bill_posted', `${before.number} is posted. Correct it by a credit note.`);
  sameVersion(before.version, version);
  const { ownerId = before.ownerId } = input;
  if (ownerId !== before.ownerId) await checkOwners(tx, [input]);
  // A draft is replaced whole, except for what was hidden from who replaces it.
  const hidden = tx.ctx.hides?.includes('note') ? { note: before.note } : {};
  const { bills } = await prepareBills(tx, [{ ...input, ...hidden, ownerId }]);
  const draft = { ...present(bills[0], 'one bill was prepared'), id };
  forgetTaxes(tx, id);
  replaceDraft(tx, draft);
  keepTaxes(tx, [{ ...draft, entryId: null }]);
  const after = present(await loadBill(tx, id), 'the draft was just written');
  tx.record({ subjectId: id, before, after });
  return after;
});
