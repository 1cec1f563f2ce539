export { atRate, type Rated, worthOf } from './documents/at-rate.ts';
export {
  type DocumentTax,
  deleteDocumentTaxes,
  insertDocumentTaxes,
  type KeptTax,
  loadDocumentTaxes,
  postDocumentTaxes,
  postForeignTaxes,
  type TaxedSource,
  takeBackDocumentTaxes,
} from './documents/document-taxes.repository.ts';
export { type Priced, type PricedLine, type PricedPart, pricing } from './documents/price-document.ts';
export { loadTaxTerms, type TaxTerms, taxTermsColumn } from './documents/tax-terms.repository.ts';
export { placed, postingsOf } from './domain/post-taxes.ts';
