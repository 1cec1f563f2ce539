import { errorCatalogue } from '@atlas/contract';

export const treasuryErrors = errorCatalogue({
  'treasury.invalid_iban': { status: 422, title: 'The IBAN is not one' },
  'treasury.unknown_ledger_account': { status: 422, title: 'No ledger account that can stand for a bank account' },
  'treasury.currency_in_use': { status: 422, title: 'The currency of an account with statements is final' },
  'treasury.archived': { status: 409, title: 'The bank account is archived' },
  'treasury.invalid_mapping': { status: 422, title: 'The columns cannot be read this way' },
  'treasury.mapping_missing': { status: 422, title: 'It is not known what the columns hold' },
  'treasury.unreadable_file': { status: 422, title: 'The file is no bank statement' },
  'treasury.other_account': { status: 422, title: 'The file is of another account' },
  'treasury.unknown_line': { status: 422, title: 'There is no such movement, line or item' },
  'treasury.line_matched': { status: 409, title: 'The movement is matched already' },
  'treasury.ledger_line_matched': { status: 409, title: 'The line of the ledger is matched already' },
  'treasury.match_differs': { status: 422, title: 'Both sides must come to the same amount' },
  'treasury.item_changed': { status: 409, title: 'Not so much of it is open any more' },
  'treasury.match_undone': { status: 409, title: 'The match was taken back already' },
  'treasury.undo_too_early': { status: 422, title: 'Nothing is taken back before it was done' },
  'treasury.rule_too_wide': { status: 422, title: 'A rule must ask for something' },
  'treasury.file_too_large': { status: 413, title: 'The file is too large' },
});
