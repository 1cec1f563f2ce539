import { errorCatalogue } from '@atlas/contract';

export const assetsErrors = errorCatalogue({
  'assets.unknown_category': { status: 422, title: 'There is no such asset category' },
  'assets.invalid_terms': { status: 422, title: 'These terms do not make a plan' },
  'assets.wrong_state': { status: 409, title: 'The asset is not in a state for this' },
  'assets.depreciation_due': { status: 409, title: 'Depreciation is due before this date' },
  'assets.later_postings': { status: 409, title: 'Something was posted after this date' },
  'assets.below_salvage': { status: 422, title: 'The value is below the salvage value' },
  'assets.nothing_due': { status: 409, title: 'Nothing is due' },
  'assets.run_not_reversible': { status: 409, title: 'This run cannot be reversed' },
  'assets.row_posted': { status: 409, title: 'What is posted is not changed' },
});
