import { errorCatalogue } from '@atlas/contract';

export const taxErrors = errorCatalogue({
  'tax.unknown_tax': { status: 422, title: 'There is no such tax' },
  'tax.invalid_terms': { status: 422, title: 'These terms do not go together' },
  'tax.not_in_force': { status: 422, title: 'The tax is not in force on that day' },
  'tax.amount_too_large': { status: 422, title: 'What this comes to is too large' },
  'tax.no_account': { status: 422, title: 'The tax does not say where it is posted' },
  'tax.posted': { status: 409, title: 'The taxes of a posted document stay' },
  'tax.invalid_charge': { status: 422, title: 'This charge does not fit the others' },
  'tax.indivisible': { status: 422, title: 'These taxes are as large as the price' },
});
