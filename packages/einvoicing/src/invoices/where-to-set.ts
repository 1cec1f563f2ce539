import type { Violation } from '../domain/violation.ts';

/** Where in Atlas something that an electronic invoice lacks is set: a page of the web app, below its address. */
export function whereToSet({ place, rule }: Violation, document: { id: string; customerId: string }): string {
  if (place.startsWith('/buyer')) return `/customers/${document.customerId}`;
  const ofSeller = place.startsWith('/seller') || place.includes('/vat/') || place.endsWith('/exemptionReason');
  const ofCategory = /^BR-(Z|E|AE|IC|G|O)-/.test(rule) && !place.startsWith('/delivery');
  return ofSeller || ofCategory ? '/settings/e-invoices' : `/invoices/${document.id}`;
}
