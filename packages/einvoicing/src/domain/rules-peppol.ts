import type { EInvoice } from './e-invoice.ts';
import { required, type Violation } from './violation.ts';

/** What Peppol BIS Billing 3 asks of an invoice beyond EN 16931, as far as ours could lack it. */
export const peppolRules = ({ seller, buyer, buyerReference, orderReference }: EInvoice): Violation[] => [
  ...required('PEPPOL-EN16931-R020', '/seller/electronicAddress', seller.electronicAddress, 'Seller electronic address (BT-34)'),
  ...required('PEPPOL-EN16931-R010', '/buyer/electronicAddress', buyer.electronicAddress, 'Buyer electronic address (BT-49)'),
  ...required('PEPPOL-EN16931-R003', '/buyerReference', buyerReference ?? orderReference, 'Buyer reference (BT-10)'),
];
