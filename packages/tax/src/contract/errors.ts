import { errorCatalogue } from '@atlas/contract';

export const taxErrors = errorCatalogue({
  'tax.unknown_tax': { status: 422, title: 'There is no such tax' },
  'tax.invalid_terms': { status: 422, title: 'These terms do not go together' },
  'tax.not_in_force': { status: 422, title: 'The tax is not in force on that day' },
  'tax.amount_too_large': { status: 422, title: 'What this comes to is too large' },
  'tax.indivisible': { status: 422, title: 'These taxes are as large as the price' },
});
