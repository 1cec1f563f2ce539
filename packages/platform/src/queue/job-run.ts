import { randomUUID } from 'node:crypto';
import { type Ctx, contextOf, systemActor } from '../context.ts';
import type { Database } from '../db/database.ts';
import { sql } from '../db/sql.ts';
import type { TenantTx } from '../db/tenant-tx.ts';
import { readTransaction, writeTransaction } from '../db/transaction.ts';
import { isNewestRun } from '../jobs/jobs.repository.ts';
import type { Mailer } from '../mail/mail.ts';
import type { Storage } from '../storage/storage.ts';
import type { Span } from '../trace/span.ts';
import type { Tracer } from '../trace/tracer.ts';
import { type JobRun, Superseded } from './job.ts';

export type JobResources = {
  readonly db: Database;
  readonly storage: Storage;
  /** Left out where no mail is sent. */
  readonly mailer?: Mailer | null;
  /** Left out where nobody takes spans. */
  readonly tracer?: Tracer | null;
};

/** The context in which Atlas itself works for a tenant. */
export const systemCtx = (
  { db, storage, span }: Pick<JobResources, 'db' | 'storage'> & { readonly span?: Span },
  tenantId: string,
  requestId: string = randomUUID(),
  traceId?: string | null,
): Ctx =>
  contextOf({ db, storage, tenantId, actor: systemActor, requestId, ...(traceId ? { traceId } : {}), ...(span && { span }) });

const unchecked = <T>(answer: T): T => answer;

/** A write transaction of Atlas itself; what it records in the audit trail stands under the name of the job. */
export const systemWrite = <T>(ctx: Ctx, action: string, run: (tx: TenantTx) => Promise<T>): Promise<T> =>
  writeTransaction(ctx, { action, hash: '', run, check: unchecked, kept: unchecked, audited: false });

/** True the first time a message reaches a handler: the receipt commits with the effect. */
async function receive(tx: TenantTx, messageId: string, handler: string): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into inbox_receipts (tenant_id, message_id, handler) values (${tx.ctx.tenantId}::uuid, ${messageId}::uuid, ${handler})
    on conflict do nothing returning 1`);
  return rows.length === 1;
}

const isReceived = async (tx: TenantTx, messageId: string, handler: string): Promise<boolean> => {
  const rows = await tx.rows(sql`
    select 1 from inbox_receipts
    where tenant_id = ${tx.ctx.tenantId}::uuid and message_id = ${messageId}::uuid and handler = ${handler}`);
  return rows.length === 1;
};

export type JobRunInput = {
  readonly ctx: Ctx;
  readonly mailer: Mailer | null;
  readonly name: string;
  readonly messageId: string;
  /** Number of this run; null when nobody watches the job. */
  readonly attempt: number | null;
  stopping(): boolean;
};

export function jobRun({ ctx, mailer, name, messageId, attempt, stopping }: JobRunInput): JobRun {
  // The clock moves on during a long job: each step has its own instant.
  const moment = (): Ctx => systemCtx(ctx, ctx.tenantId, ctx.requestId, ctx.traceId);
  return {
    ctx,
    messageId,
    mailer,
    stopping,
    isDone: () => readTransaction(moment(), (tx) => isReceived(tx, messageId, name)),
    once: (work) => systemWrite(moment(), name, async (tx) => ((await receive(tx, messageId, name)) ? work(tx) : undefined)),
    step: (work) =>
      systemWrite(moment(), name, async (tx) => {
        // A worker that was taken for dead may still be at work: only the newest run may write.
        if (attempt !== null && !(await isNewestRun(tx, messageId, attempt))) throw new Superseded();
        return work(tx);
      }),
    read: (work) => readTransaction(moment(), work),
  };
}
