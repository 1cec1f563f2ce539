import { attachmentOperations } from '@atlas/platform';
import { addBillAttachment, getBillAttachment, listBillAttachments, removeBillAttachment } from '../contract/bill-attachments.ts';
import { attachedTo, isPosted } from './bill-attachments.repository.ts';

const routes = { add: addBillAttachment, list: listBillAttachments, get: getBillAttachment, remove: removeBillAttachment };

/** Files of bills: what the supplier sent stays when the bill is posted. */
export const billAttachments = attachmentOperations(routes, { kind: attachedTo, what: 'bill', isFinal: isPosted });
