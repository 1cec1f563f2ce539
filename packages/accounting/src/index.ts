export { entryAccounts } from './accounts/accounts.repository.ts';
export { companyOf } from './company/company-of.ts';
export type { EntryLine } from './domain/check-entry.ts';
export { checkAccounts } from './domain/check-entry.ts';
export { type NewEntry, type PostingTerms, postEntries, postingTerms } from './journals/posting.ts';
