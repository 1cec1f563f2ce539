export { type Schedule, scheduleOf } from './terms/schedule-of.ts';
export { offerDiscounts, paymentTermsColumn, type TermsById, termsById } from './terms/terms-of-documents.repository.ts';
