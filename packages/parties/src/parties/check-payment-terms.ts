import { AtlasError } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { areTermsOffered } from './payment-terms.repository.ts';

/** Refuses terms of payment that the workspace does not have, or has put away. @throws AtlasError `parties.unknown_payment_terms` */
export async function checkPaymentTerms(tx: TenantTx, id: string | null): Promise<void> {
  if (id === null || (await areTermsOffered(tx, id))) return;
  const message = 'There are no such payment terms, or they are archived.';
  const code = 'parties.unknown_payment_terms';
  throw new AtlasError(code, message, { errors: [{ pointer: '/paymentTermsId', code, message }] });
}
