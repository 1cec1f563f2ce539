import { present } from '@atlas/kernel';
import type { Ctx } from '../context.ts';
import { isConnectionLost } from '../db/database-errors.ts';
import { sql } from '../db/sql.ts';
import { readTransaction } from '../db/transaction.ts';
import { endJob, showDeadJob, startJob } from '../jobs/jobs.repository.ts';
import type { Module } from '../module.ts';
import { mailerWithin, storageWithin } from '../trace/outside.ts';
import { during, type Span } from '../trace/span.ts';
import { type JobSpec, PutOff, Superseded, Yielded } from './job.ts';
import { type JobResources, jobRun, systemCtx, systemWrite } from './job-run.ts';
import type { MessageRef } from './publish-messages.ts';

/** Jobs by the event they wait for. */
export function handlersOf(modules: readonly Module[]): ReadonlyMap<string, readonly JobSpec[]> {
  const handlers = new Map<string, JobSpec[]>();
  for (const spec of modules.flatMap((module) => module.jobs))
    handlers.set(spec.on.name, [...(handlers.get(spec.on.name) ?? []), spec]);
  return handlers;
}

export type Delivery = { readonly lastAttempt: boolean; stopping(): boolean };

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 2000);

/** The span of a job, when what it follows from has one. */
function spanOf({ tracer }: JobResources, { traceId, tenantId, requestId }: Ctx, name: string, parentId?: string): Span | null {
  if (!tracer || traceId === undefined || parentId === undefined) return null;
  return tracer.goOn({ traceId, parentId, isPart: false, name, facts: { tenantId, requestId } });
}

/**
 * Delivers one message to its jobs. Delivering it again is harmless: jobs know what they have done, and a message that is
 * handled is left alone.
 *
 * @throws whatever a job threw, so that the queue tries again; on the last attempt the job is shown as dead
 */
export async function deliver(
  resources: JobResources,
  handlers: ReadonlyMap<string, readonly JobSpec[]>,
  { tenantId, messageId, name, spanId }: MessageRef,
  { lastAttempt, stopping }: Delivery,
): Promise<void> {
  const ctx = systemCtx(resources, tenantId);
  const key = sql`tenant_id = ${tenantId}::uuid and id = ${messageId}::uuid`;
  const [message] = await readTransaction(ctx, (tx) =>
    tx.rows<{ payload: unknown; requestId: string; traceId: string | null; handled: boolean }>(
      sql`select payload, request_id as "requestId", trace_id as "traceId", handled_at is not null as handled from outbox_messages where ${key}`,
    ),
  );
  if (!message || message.handled) return;
  const traced = systemCtx(resources, tenantId, message.requestId, message.traceId);
  const finish = (status: 'succeeded' | 'dead' | 'queued', error?: string) =>
    systemWrite(traced, 'platform.job.end', async (tx) => {
      if (status === 'dead') await showDeadJob(tx, messageId, name, error ?? '');
      else await endJob(tx, messageId, { status, ...(error === undefined ? {} : { error }) });
      if (status !== 'queued')
        await tx.rows(sql`update outbox_messages set handled_at = ${tx.ctx.now}::timestamptz where ${key}`);
    });
  const attempt = await systemWrite(traced, 'platform.job.start', (tx) => startJob(tx, messageId));
  try {
    for (const spec of present(handlers.get(name), `${name} has a job`)) {
      const span = spanOf(resources, traced, spec.name, spanId);
      const ctx = span ? { ...traced, span, storage: storageWithin(span, traced.storage) } : traced;
      const mailer = mailerWithin(span, resources.mailer ?? null);
      const run = jobRun({ ctx, mailer, name: spec.name, messageId, attempt, stopping });
      await during(span, () => spec.run(run, spec.on.payload.parse(message.payload)));
    }
  } catch (error) {
    if (error instanceof Superseded) return;
    // That the database was away is no fault of the job, and could not be written down: the message is delivered again.
    if (isConnectionLost(error)) throw error;
    const hasFailed = !(error instanceof Yielded || error instanceof PutOff);
    await finish(lastAttempt && hasFailed ? 'dead' : 'queued', error instanceof Yielded ? undefined : words(error));
    throw error;
  }
  await finish('succeeded');
}
