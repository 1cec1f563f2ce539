import { houseTenantId } from '../house.ts';
import { systemCtx, systemWrite } from '../queue/job-run.ts';
import type { MailRequester } from './request-mail.ts';
import { addressHash } from './seal.ts';
import { insertSuppression } from './suppressions.repository.ts';

/** Why an address gets no mail any more. */
export type SuppressionReason = 'bounced' | 'spam' | 'blocked' | 'unsubscribed';

export type SuppressAddress = (address: string, reason: SuppressionReason) => Promise<void>;

/** Ends mail to addresses that do not exist or do not want any; the first reason stays. */
export function addressSuppressor({ db, storage, secret }: MailRequester): SuppressAddress {
  const hashOf = addressHash(secret);
  return async (address, reason) => {
    const hash = hashOf(address);
    await systemWrite(systemCtx({ db, storage }, houseTenantId), 'platform.mail.suppress', async (tx) => {
      if (await insertSuppression(tx, hash, reason)) tx.record({ subjectId: null, after: { addressHash: hash, reason } });
    });
  };
}
