import { errorCatalogue } from '@atlas/contract';

export const accountingErrors = errorCatalogue({
  'accounting.not_set_up': { status: 409, title: 'The books of this workspace are not set up yet' },
  'accounting.already_set_up': { status: 409, title: 'The books of this workspace are set up already' },
  'accounting.too_many_years': { status: 422, title: 'The books cannot start that long ago' },
  'accounting.years_overlap': { status: 409, title: 'This fiscal year overlaps another' },
  'accounting.no_period': { status: 422, title: 'No fiscal year covers this date' },
  'accounting.period_closed': { status: 409, title: 'The period of this date is locked' },
  'accounting.unbalanced_entry': { status: 422, title: 'Debits and credits are not equal' },
  'accounting.entry_incomplete': { status: 422, title: 'The lines of an entry must be posted together' },
  'accounting.invalid_line': { status: 422, title: 'A line needs an amount above zero' },
  'accounting.entry_posted': { status: 409, title: 'A posted entry is never changed' },
  'accounting.unknown_account': { status: 422, title: 'There is no such account' },
  'accounting.account_takes_no_postings': { status: 422, title: 'This account takes no postings' },
  'accounting.account_in_use': { status: 409, title: 'Commands post to this account' },
  'accounting.no_account_for_role': { status: 409, title: 'No account of the chart stands for what is to be posted' },
  'accounting.role_taken': { status: 409, title: 'Another account stands for this' },
  'accounting.role_of_another_type': { status: 422, title: 'An account of this type cannot stand for this' },
  'accounting.not_a_group': { status: 422, title: 'The parent is not a heading' },
  'accounting.control_account': { status: 422, title: 'This account is kept by its sub-ledger' },
  'accounting.already_reversed': { status: 409, title: 'This entry is reversed already' },
  'accounting.document_entry': { status: 409, title: 'Correct the document instead' },
});
