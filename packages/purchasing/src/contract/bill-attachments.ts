import { attachmentRoutes } from '@atlas/contract';

/** Files of a bill: what the supplier sent. */
export const {
  add: addBillAttachment,
  list: listBillAttachments,
  get: getBillAttachment,
  remove: removeBillAttachment,
} = attachmentRoutes('purchasing.bill_attachment', '/bills/{id}');
