import type { TenantTx } from '../db/tenant-tx.ts';
import type { Mail, Mailer } from './mail.ts';
import { mailRequested } from './mail-requested.ts';

/** Asks for a mail in a transaction: it is sent when this is committed, and only then. Answers the id that its end is recorded by. */
export function emitMail(tx: TenantTx, mailer: Mailer, mail: Mail): string {
  return tx.emit(mailRequested, { template: mail.template, requestedAt: tx.ctx.now, sealed: mailer.close(mail) });
}
