import { errorCatalogue } from '@atlas/contract';

export const salesErrors = errorCatalogue({
  'sales.unknown_customer': { status: 422, title: 'There is no such customer' },
  'sales.unknown_product': { status: 422, title: 'There is no such product' },
  'sales.unknown_tax_code': { status: 422, title: 'There is no such tax code' },
  'sales.terms_say_due_date': { status: 422, title: 'Terms of payment say when an invoice is due' },
  'sales.due_before_date': { status: 422, title: 'Due before it is dated' },
  'sales.invalid_credit': { status: 422, title: 'This cannot be credited' },
  'sales.amount_too_large': { status: 422, title: 'The amount is too large' },
  'sales.discount_too_large': { status: 422, title: 'More discount than the document comes to' },
  'sales.credit_exceeds_open': { status: 409, title: 'More credited than is open' },
  'sales.nothing_to_post': { status: 422, title: 'The total is zero' },
  'sales.wrong_sign': { status: 422, title: 'The sign does not fit the document' },
  'sales.not_voidable': { status: 409, title: 'This cannot be voided' },
  'sales.invoice_posted': { status: 409, title: 'A posted invoice is corrected by a credit note' },
  'sales.totals_differ': { status: 422, title: 'The lines do not add up' },
});
