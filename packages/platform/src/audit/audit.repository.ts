import { createHash } from 'node:crypto';
import type { audit, Page } from '@atlas/contract';
import type { z } from 'zod';
import { canonicalJson } from '../db/idempotency.ts';
import { readPage } from '../db/page.ts';
import { type Sql, sql } from '../db/sql.ts';
import type { TenantReader } from '../db/tenant-reader.ts';
import type { TenantTx } from '../db/tenant-tx.ts';

export type AuditEventRow = z.output<typeof audit.auditEvent>;

const columns = sql`
  id, occurred_at as "occurredAt", actor_kind as "actorKind", actor_id as "actorId", impersonator_id as "impersonatorId", action, subject_id as "subjectId",
  request_id as "requestId", before, after`;

/** Where a tenant's chain ends. */
export type ChainEnd = { readonly sealedBelow: string; readonly sequence: bigint; readonly hash: Buffer };

export const chainStart: ChainEnd = { sealedBelow: '0', sequence: 0n, hash: Buffer.alloc(32) };

/** An event as it is hashed: that nobody impersonates stands in none, as in events from before anybody could. */
const hashed = (event: AuditEventRow): object => ({ ...event, impersonatorId: event.impersonatorId ?? undefined });

/** Each link is the SHA-256 of the link before it and the event as canonical JSON. */
export const linkHash = (previous: Buffer, event: AuditEventRow): Buffer =>
  createHash('sha256')
    .update(previous)
    .update(canonicalJson(hashed(event)))
    .digest();

/** Locks the end of the chain, so that one sealer at a time extends it. Requests never wait for this. */
export async function lockChain(tx: TenantReader): Promise<ChainEnd> {
  await tx.rows(sql`
    insert into audit_chains (tenant_id, sealed_below, sequence, hash)
    values (${tx.ctx.tenantId}::uuid, '0', 0, ${chainStart.hash}) on conflict do nothing`);
  const [row] = await tx.rows<ChainEnd>(sql`
    select sealed_below::text as "sealedBelow", sequence, hash from audit_chains where tenant_id = ${tx.ctx.tenantId}::uuid for update`);
  return row ?? chainStart;
}

/** The oldest transaction that may still commit: events below it can neither appear nor vanish any more. */
export async function sealHorizon(tx: TenantTx): Promise<string> {
  const [row] = await tx.rows<{ horizon: string }>(sql`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`);
  return row?.horizon ?? '0';
}

type Key = { readonly xact: string; readonly id: string };

/** Events of transactions from `from` up to below `to`, in the order in which they are sealed. */
export function eventsBetween(
  tx: TenantReader,
  from: string,
  to: string,
  after: Key | null,
  limit: number | null,
): Promise<(AuditEventRow & { xact: string })[]> {
  const beyond = after ? sql`and (xact, id) > (${after.xact}::xid8, ${after.id}::uuid)` : sql``;
  // By the column itself: its text, which is selected under the same name, puts 1000 before 999.
  return tx.rows(sql`
    select ${columns}, xact::text as xact from audit_events
    where tenant_id = ${tx.ctx.tenantId}::uuid and xact >= ${from}::xid8 and xact < ${to}::xid8 ${beyond}
    order by audit_events.xact, id limit ${limit}`);
}

export async function extendChain(
  tx: TenantTx,
  links: readonly { sequence: bigint; eventId: string; hash: Buffer }[],
  end: ChainEnd,
): Promise<void> {
  const rows = links.map((link) => ({
    sequence: link.sequence.toString(),
    event_id: link.eventId,
    hash: link.hash.toString('hex'),
  }));
  await Promise.all([
    tx.rows(sql`
      insert into audit_seals (tenant_id, sequence, event_id, hash)
      select ${tx.ctx.tenantId}::uuid, sequence, event_id, decode(hash, 'hex')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l (sequence bigint, event_id uuid, hash text)`),
    tx.rows(sql`
      update audit_chains set sealed_below = ${end.sealedBelow}::xid8, sequence = ${end.sequence}, hash = ${end.hash}
      where tenant_id = ${tx.ctx.tenantId}::uuid`),
  ]);
}

/** Seals from a sequence number on. */
export function sealsFrom(
  tx: TenantReader,
  sequence: bigint,
  limit: number,
): Promise<{ sequence: bigint; eventId: string; hash: Buffer }[]> {
  return tx.rows(sql`
    select sequence, event_id as "eventId", hash from audit_seals
    where tenant_id = ${tx.ctx.tenantId}::uuid and sequence >= ${sequence} order by sequence limit ${limit}`);
}

/** By whole words: `sales` means what begins with `sales.`, as a range that an index knows. `/` follows `.` */
const actionBegins = (words: string): Sql => sql`(action = ${words} or (action > ${`${words}.`} and action < ${`${words}/`}))`;

/** An event has its id a moment before or after it has its time, on a clock that is nearly the same. */
const clockSkewMs = 3_600_000;

/** The least id (UUIDv7) of a moment, so that a span of time is a span of the index that the trail is read by. */
function idAt(instant: string, plusMs: number): string {
  const ms = Math.max(0, Date.parse(instant) + plusMs)
    .toString(16)
    .padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`;
}

export function pageOfAuditEvents(
  tx: TenantTx,
  input: z.output<typeof audit.listAuditEvents.input>,
): Promise<Page<AuditEventRow>> {
  return readPage(tx, {
    select: sql`select ${columns}, id as "sortValue" from audit_events`,
    where: [
      sql`tenant_id = ${tx.ctx.tenantId}::uuid`,
      input.subjectId ? sql`subject_id = ${input.subjectId}::uuid` : null,
      input.actorId ? sql`actor_id = ${input.actorId}::uuid` : null,
      input.action ? actionBegins(input.action) : null,
      input.from ? sql`occurred_at >= ${input.from}::timestamptz and id >= ${idAt(input.from, -clockSkewMs)}::uuid` : null,
      input.until ? sql`occurred_at < ${input.until}::timestamptz and id < ${idAt(input.until, clockSkewMs)}::uuid` : null,
    ],
    id: sql`id`,
    sorts: { id: { column: sql`id`, type: 'uuid' } },
    sort: '-id',
    limit: input.limit,
    cursor: input.cursor,
  });
}
