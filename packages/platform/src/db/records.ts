import { uuidv7 } from '@atlas/kernel';
import type { Ctx } from '../context.ts';
import { type Sql, sql } from './sql.ts';

/** One line of the audit trail: what a command did to one subject. */
export type AuditRecord = { readonly subjectId: string | null; readonly before?: unknown; readonly after?: unknown };

export type OutboxRecord = { readonly id: string; readonly name: string; readonly payload: unknown };

/** What a command leaves beside its own rows, written in one statement that travels with COMMIT. */
export type Records = {
  readonly action: string;
  readonly audit: readonly AuditRecord[];
  readonly outbox: readonly OutboxRecord[];
  readonly answer: unknown;
};

const json = (value: unknown): string =>
  JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? item.toString() : item));

export function recordsStatement(ctx: Ctx, { action, audit, outbox, answer }: Records): Sql {
  const events = audit.map((record) => ({
    id: uuidv7(),
    subject_id: record.subjectId,
    before: record.before ?? null,
    after: record.after ?? null,
  }));
  return sql`
    with audited as (
      insert into audit_events (tenant_id, id, occurred_at, actor_kind, actor_id, action, subject_id, request_id, before, after, impersonator_id)
      select ${ctx.tenantId}::uuid, e.id, ${ctx.now}::timestamptz, ${ctx.actor.kind}, ${ctx.actor.id}::uuid, ${action}, e.subject_id, ${ctx.requestId}, e.before, e.after, ${ctx.actor.impersonatorId ?? null}::uuid
      from jsonb_to_recordset(${json(events)}::jsonb) as e (id uuid, subject_id uuid, before jsonb, after jsonb)
    ), told as (
      insert into outbox_messages (tenant_id, id, name, payload, request_id, trace_id, span_id)
      select ${ctx.tenantId}::uuid, m.id, m.name, m.payload, ${ctx.requestId}, ${ctx.traceId ?? null}, ${ctx.span?.id ?? null}
      from jsonb_to_recordset(${json(outbox)}::jsonb) as m (id uuid, name text, payload jsonb)
    )
    update idempotency_keys set answer = ${json(answer ?? null)}::jsonb
    where tenant_id = ${ctx.tenantId}::uuid and key = ${ctx.idempotencyKey ?? null}`;
}
