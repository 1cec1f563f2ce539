import type { TenantTx } from '../db/tenant-tx.ts';
import type { Mail, Mailer } from './mail.ts';
import { mailRequested } from './mail-requested.ts';

/** Asks for a mail in a transaction of the house: it is sent when this is committed, and only then. */
export function emitMail(tx: TenantTx, mailer: Mailer, mail: Mail): void {
  tx.emit(mailRequested, { template: mail.template, requestedAt: tx.ctx.now, sealed: mailer.close(mail) });
}
