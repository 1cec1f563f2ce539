export { loadCustomer } from './dunning/customers.repository.ts';
export { type PostedTerms, postedTerms } from './terms/posted-terms.repository.ts';
export { type Schedule, scheduleOf } from './terms/schedule-of.ts';
export { offerDiscounts, paymentTermsColumn, type TermsById, termsById } from './terms/terms-of-documents.repository.ts';
