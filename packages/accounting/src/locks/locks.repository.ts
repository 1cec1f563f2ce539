import type { Page } from '@atlas/contract';
import type { BusinessDate } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { areaLock, lockException, lockOverride } from '../contract/locks.ts';
import { type PostingArea, postingAreas } from '../domain/posting-area.ts';

type LockRow = z.output<typeof areaLock>;
type ExceptionRow = z.output<typeof lockException>;
type OverrideRow = z.output<typeof lockOverride>;

/** The lock of every area; one that was never locked is open. */
export function locksOf(tx: TenantTx): Promise<LockRow[]> {
  return tx.rows<LockRow>(sql`
    select a.area, l.locked_through as "lockedThrough", coalesce(l.version, 1) as version
    from unnest(${postingAreas}::text[]) with ordinality as a (area, nth)
    left join area_locks as l on l.tenant_id = ${tx.ctx.tenantId}::uuid and l.area = a.area order by a.nth`);
}

/** Locks areas through a day, or opens them. Waits for postings that are under way in them. */
export async function saveLocks(tx: TenantTx, areas: readonly PostingArea[], lockedThrough: BusinessDate | null): Promise<void> {
  await tx.rows(sql`
    insert into area_locks (tenant_id, area, locked_through)
    select ${tx.ctx.tenantId}::uuid, area, ${lockedThrough}::date from unnest(${areas}::text[]) as areas (area) order by area
    on conflict (tenant_id, area) do update set locked_through = excluded.locked_through, version = area_locks.version + 1`);
}

const exceptionColumns = sql`id, area, granted_to as "grantedTo", reason, created_at as "createdAt", expires_at as "expiresAt"`;

/** Exceptions that hold at this moment, by the clock of PostgreSQL, which judges them. */
export function exceptionsOf(tx: TenantTx): Promise<ExceptionRow[]> {
  return tx.rows<ExceptionRow>(sql`
    select ${exceptionColumns} from lock_exceptions
    where tenant_id = ${tx.ctx.tenantId}::uuid and expires_at > now() order by expires_at desc, id`);
}

export async function insertException(
  tx: TenantTx,
  exception: { readonly id: string; readonly area: PostingArea; readonly reason: string; readonly minutes: number },
): Promise<ExceptionRow | undefined> {
  const [row] = await tx.rows<ExceptionRow>(sql`
    insert into lock_exceptions (tenant_id, id, area, granted_to, reason, created_at, expires_at)
    values (${tx.ctx.tenantId}::uuid, ${exception.id}::uuid, ${exception.area}, ${tx.ctx.actor.id}::uuid, ${exception.reason},
      now(), now() + make_interval(mins => ${exception.minutes}::integer))
    returning ${exceptionColumns}`);
  return row;
}

export function pageOfOverrides(
  tx: TenantTx,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<OverrideRow>> {
  return readPage<OverrideRow & { id: string }, 'postedAt'>(tx, {
    select: sql`
      select o.entry_id as "entryId", e.number, e.date, e.description, o.area, o.locked_through as "lockedThrough",
             e.posted_by as "postedBy", o.posted_at as "postedAt", x.reason, o.entry_id as id, o.posted_at as "sortValue"
      from lock_overrides as o
      join journal_entries as e on e.tenant_id = o.tenant_id and e.id = o.entry_id
      join lock_exceptions as x on x.tenant_id = o.tenant_id and x.id = o.exception_id`,
    where: [sql`o.tenant_id = ${tx.ctx.tenantId}::uuid`],
    id: sql`o.entry_id`,
    sorts: { postedAt: { column: sql`o.posted_at`, type: 'timestamptz' } },
    sort: '-postedAt',
    limit,
    cursor,
  });
}
