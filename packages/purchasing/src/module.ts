import { defineModule } from '@atlas/platform';
import { billAttachments } from './bills/bill-attachments.ts';
import { createBill } from './bills/create-bill.ts';
import { deleteBill } from './bills/delete-bill.ts';
import { billDrafts } from './bills/drafts-check.repository.ts';
import { getBill } from './bills/get-bill.ts';
import { importBills } from './bills/import-bills.ts';
import { issueBill } from './bills/issue-bill.ts';
import { listBills } from './bills/list-bills.ts';
import { postBill } from './bills/post-bill.ts';
import { receiveBill } from './bills/receive-bill.ts';
import { updateBill } from './bills/update-bill.ts';
import { voidBill } from './bills/void-bill.ts';
import { purchasingErrors } from './contract/errors.ts';
import { billPosted, billVoided, supplierCreditPosted } from './contract/events.ts';

export const purchasing = defineModule('purchasing', {
  operations: [
    createBill,
    receiveBill,
    updateBill,
    deleteBill,
    postBill,
    issueBill,
    voidBill,
    getBill,
    listBills,
    ...billAttachments,
  ],
  events: [billPosted, supplierCreditPosted, billVoided],
  errors: purchasingErrors,
  importables: [importBills],
  closing: [billDrafts],
});
