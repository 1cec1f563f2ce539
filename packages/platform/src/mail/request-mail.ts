import type { Database } from '../db/database.ts';
import { houseTenantId } from '../house.ts';
import { systemCtx, systemWrite } from '../queue/job-run.ts';
import type { Storage } from '../storage/storage.ts';
import { requestAtHand } from '../trace/request-at-hand.ts';
import { mailShape, type RequestMail } from './mail.ts';
import { mailRequested } from './mail-requested.ts';
import { mailSeal } from './seal.ts';

export type MailRequester = { readonly db: Database; readonly storage: Storage; readonly secret: string };

/** Requests mails through the outbox of the house. */
export function mailRequester({ db, storage, secret }: MailRequester): RequestMail {
  const seal = mailSeal(secret);
  return async (mail) => {
    const sealed = seal.close(JSON.stringify(mailShape.parse(mail)));
    const { requestId, traceId, span } = requestAtHand() ?? {};
    const ctx = systemCtx({ db, storage, ...(span && { span }) }, houseTenantId, requestId, traceId);
    await systemWrite(ctx, 'platform.mail.request', async (tx) => {
      tx.emit(mailRequested, { template: mail.template, requestedAt: tx.ctx.now, sealed });
    });
  };
}
