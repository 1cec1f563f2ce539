import { AtlasError } from '@atlas/kernel';
import { command, forgetAttachments, found } from '@atlas/platform';
import { deleteBill as route } from '../contract/bill-routes.ts';
import { attachedTo } from './bill-attachments.repository.ts';
import { forgetTaxes } from './bill-taxes.ts';
import { deleteDraft } from './bills.repository.ts';
import { loadBill } from './load-bill.ts';

export const deleteBill = command(route, async (tx, { id }) => {
  const before = found(await loadBill(tx, id, true), 'bill');
  if (before.status !== 'draft')
    throw new AtlasError('purchasing.bill_posted', `${before.number} is posted. Correct it by a credit note.`);
  await forgetAttachments(tx, { kind: attachedTo, id });
  forgetTaxes(tx, id);
  deleteDraft(tx, id);
  tx.record({ subjectId: id, before });
  return { id };
});
