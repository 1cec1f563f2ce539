import { errorCatalogue } from '@atlas/contract';

export const purchasingErrors = errorCatalogue({
  'purchasing.unknown_supplier': { status: 422, title: 'There is no such supplier' },
  'purchasing.unknown_product': { status: 422, title: 'There is no such product' },
  'purchasing.due_before_date': { status: 422, title: 'Due before it is dated' },
  'purchasing.terms_say_due_date': { status: 422, title: 'The terms of payment say when it is due' },
  'purchasing.invalid_credit': { status: 422, title: 'This cannot be credited' },
  'purchasing.amount_too_large': { status: 422, title: 'The amount is too large' },
  'purchasing.net_and_tax': { status: 422, title: 'This tax is not told from a net' },
  'purchasing.rounding_too_large': { status: 422, title: 'More than rounding' },
  'purchasing.total_differs': { status: 422, title: 'The total is not the supplier’s' },
  'purchasing.credit_exceeds_open': { status: 409, title: 'More credited than is open' },
  'purchasing.nothing_to_post': { status: 422, title: 'The total is zero or less' },
  'purchasing.unusable_e_invoice': { status: 422, title: 'The electronic invoice makes no bill' },
  'purchasing.wrong_sign': { status: 422, title: 'The sign does not fit the document' },
  'purchasing.not_voidable': { status: 409, title: 'This cannot be voided' },
  'purchasing.bill_posted': { status: 409, title: 'A posted bill is corrected by a credit note' },
  'purchasing.totals_differ': { status: 422, title: 'The lines do not add up' },
});
