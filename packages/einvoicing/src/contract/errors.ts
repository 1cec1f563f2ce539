import { errorCatalogue } from '@atlas/contract';

export const einvoicingErrors = errorCatalogue({
  'einvoicing.malformed_xml': { status: 422, title: 'This is no XML that can be read' },
  'einvoicing.unknown_document': { status: 422, title: 'This is no electronic invoice' },
  'einvoicing.not_posted': { status: 409, title: 'Only posted documents become electronic invoices' },
  'einvoicing.incomplete': { status: 422, title: 'Something is missing for an electronic invoice' },
  'einvoicing.no_address': { status: 409, title: 'The customer has no e-mail address' },
  'einvoicing.paper_not_ready': { status: 409, title: 'The PDF is not written yet' },
});
