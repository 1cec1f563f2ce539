import type { Payload } from '@atlas/contract';
import { readTransaction } from '../db/transaction.ts';
import { houseTenantId } from '../house.ts';
import { type JobRun, job, PutOff } from '../queue/job.ts';
import { systemCtx } from '../queue/job-run.ts';
import { attachmentsOf } from './attachments-of.ts';
import { goodForMs } from './mail.ts';
import { mailRequested } from './mail-requested.ts';
import { suppressionOf } from './suppressions.repository.ts';

/** How a mail ended: sent, refused by the vendor, not wanted by its address, or too late to be of use. */
type End =
  | { readonly outcome: 'sent'; readonly providerMessageId: string | null }
  | { readonly outcome: 'refused' | 'suppressed'; readonly reason: string }
  | { readonly outcome: 'expired' };

const longestPauseMs = 60_000;

/** The longer a vendor is away, the less often it is asked. */
const laterThan = (error: PutOff, ageMs: number): PutOff =>
  new PutOff(error.message, Math.min(Math.max(ageMs, error.ms), longestPauseMs));

/** Whose addresses want no mail is known to the house, whoever writes to them. */
function whySuppressed({ ctx }: JobRun, hash: string): Promise<string | null> {
  return readTransaction(systemCtx(ctx, houseTenantId, ctx.requestId, ctx.traceId), (tx) => suppressionOf(tx, hash));
}

async function endOf(run: JobRun, { template, requestedAt, sealed }: Payload<typeof mailRequested>): Promise<End> {
  const ageMs = Date.now() - Date.parse(requestedAt);
  if (ageMs > goodForMs[template]) return { outcome: 'expired' };
  const { mailer } = run;
  if (mailer === null) throw new PutOff('no mail vendor is configured (BREVO_API_KEY)', longestPauseMs);
  const mail = mailer.open(sealed);
  const reason = await whySuppressed(run, mailer.addressHash(mail.to));
  if (reason !== null) return { outcome: 'suppressed', reason };
  const { letterOf } = await import('./templates/render.ts');
  try {
    const letter = { ...(await letterOf(mail)), ...(await attachmentsOf(run.ctx, mail)) };
    return await mailer.send(run.messageId, mail.to, letter);
  } catch (error) {
    throw error instanceof PutOff ? laterThan(error, ageMs) : error;
  }
}

/**
 * Hands a requested mail to the vendor and writes down how it ended. The vendor is asked outside any transaction: a worker
 * that dies between its answer and our receipt leaves the mail to be handed over again. Under the same id the vendor
 * takes it once within its memory of minutes; after that a reader may get the mail once more for each such death.
 */
export const sendMail = job({
  name: 'platform.mail.send',
  on: mailRequested,
  run: async (run, payload) => {
    if (await run.isDone()) return;
    const end = await endOf(run, payload);
    await run.once(async (tx) => tx.record({ subjectId: run.messageId, after: { template: payload.template, ...end } }));
  },
});
