import { defineModule } from '@atlas/platform';
import { einvoicingErrors } from './contract/errors.ts';
import { sellerSaved } from './contract/events.ts';
import { checkEInvoice } from './invoices/check-e-invoice.ts';
import { exportEInvoice } from './invoices/export-e-invoice.ts';
import { getSeller } from './sellers/get-seller.ts';
import { saveSeller } from './sellers/save-seller.ts';

export const einvoicing = defineModule('einvoicing', {
  operations: [checkEInvoice, exportEInvoice, getSeller, saveSeller],
  events: [sellerSaved],
  errors: einvoicingErrors,
});
