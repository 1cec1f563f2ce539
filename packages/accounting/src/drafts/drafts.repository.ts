import type { Page } from '@atlas/contract';
import { moneyJson } from '@atlas/kernel';
import { containing, readPage, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { journalDraft, journalDraftSummary, listJournalDrafts } from '../contract/journal-drafts.ts';
import { needsApproval } from '../domain/draft-state.ts';

type Draft = z.output<typeof journalDraft>;
export type DraftRow = Omit<Draft, 'total' | 'needsApproval'> & { readonly totalMinor: bigint; readonly currency: string };

const head = sql`
  id, status, date, description, reverse_on as "reverseOn", total_minor as "totalMinor", currency, author_ids as "authorIds",
  schedule_id as "scheduleId", scheduled_for as "scheduledFor", submitted_at as "submittedAt", decided_by as "decidedBy",
  decided_at as "decidedAt", comment, version, created_at as "createdAt"`;

/** A draft as it is shown. @param aboveMinor the amount above which journals need approval */
export function viewDraft<R extends Omit<DraftRow, 'lines'>>({ totalMinor, currency, ...row }: R, aboveMinor: bigint | null) {
  const total = moneyJson(totalMinor, currency);
  return { ...row, total, needsApproval: row.status !== 'posted' && needsApproval(totalMinor, aboveMinor) };
}

export async function loadDraft(tx: TenantTx, id: string, lock = false): Promise<DraftRow | null> {
  const [row] = await tx.rows<DraftRow>(sql`
    select ${head}, lines from journal_drafts
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid ${lock ? sql`for update` : sql``}`);
  return row ?? null;
}

/** Writes a draft, new or changed. */
export async function saveDraft(tx: TenantTx, row: DraftRow): Promise<void> {
  await tx.rows(sql`
    insert into journal_drafts (tenant_id, id, status, date, description, reverse_on, lines, total_minor, currency, author_ids, schedule_id,
      scheduled_for, submitted_at, decided_by, decided_at, comment, version, created_at)
    values (${tx.ctx.tenantId}::uuid, ${row.id}::uuid, ${row.status}, ${row.date}::date, ${row.description}, ${row.reverseOn}::date,
      ${JSON.stringify(row.lines)}::jsonb, ${row.totalMinor}, ${row.currency}, ${row.authorIds}::uuid[], ${row.scheduleId}::uuid,
      ${row.scheduledFor}::date, ${row.submittedAt}::timestamptz, ${row.decidedBy}::uuid, ${row.decidedAt}::timestamptz, ${row.comment},
      ${row.version}, ${row.createdAt}::timestamptz)
    on conflict (tenant_id, id) do update set status = excluded.status, date = excluded.date, description = excluded.description,
      reverse_on = excluded.reverse_on, lines = excluded.lines, total_minor = excluded.total_minor, author_ids = excluded.author_ids,
      submitted_at = excluded.submitted_at, decided_by = excluded.decided_by, decided_at = excluded.decided_at,
      comment = excluded.comment, version = excluded.version`);
}

export async function deleteDraft(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`delete from journal_drafts where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

const waitsFor = (actorId: string | null): Sql =>
  sql`(status = 'awaiting_approval' and not coalesce(${actorId}::uuid = any (author_ids), false))`;

export async function pageOfDrafts(
  tx: TenantTx,
  { status, waitsForMe, q, limit, cursor }: z.output<typeof listJournalDrafts.input>,
  aboveMinor: bigint | null,
): Promise<Page<z.output<typeof journalDraftSummary>>> {
  const { items, nextCursor } = await readPage<Omit<DraftRow, 'lines'>, 'createdAt'>(tx, {
    select: sql`select ${head}, created_at as "sortValue" from journal_drafts`,
    where: [
      sql`tenant_id = ${tx.ctx.tenantId}::uuid`,
      status ? sql`status = ${status}` : null,
      waitsForMe ? waitsFor(tx.ctx.actor.id) : null,
      q ? sql`description ilike ${containing(q)}` : null,
    ],
    id: sql`id`,
    sorts: { createdAt: { column: sql`created_at`, type: 'timestamptz' } },
    sort: '-createdAt',
    limit,
    cursor,
  });
  return { items: items.map((row) => viewDraft(row, aboveMinor)), nextCursor };
}
