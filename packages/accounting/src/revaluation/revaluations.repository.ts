import type { Page } from '@atlas/contract';
import { moneyJson } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { listRevaluations, revaluation, revaluationSummary } from '../contract/revaluation.ts';
import type { RatedGroup } from './revalue-positions.ts';

export type Revaluation = z.output<typeof revaluation>;
type Summary = z.output<typeof revaluationSummary>;
type Head = Omit<Summary, 'difference'> & { readonly differenceMinor: string; readonly books: string };

const select = sql`
  select v.id, v.date, v.reversal, v.status, v.created_at as "createdAt", v.difference_minor::text as "differenceMinor",
    c.base_currency as books
  from revaluations as v join companies as c on c.tenant_id = v.tenant_id`;

const summaryOf = ({ differenceMinor, books, ...head }: Head): Summary => ({
  ...head,
  difference: moneyJson(BigInt(differenceMinor), books),
});

export async function insertRevaluation(
  tx: TenantTx,
  head: Pick<Summary, 'id' | 'date' | 'reversal'> & { readonly differenceMinor: bigint },
  groups: readonly RatedGroup[],
): Promise<void> {
  const rows = groups.map(({ rate, positions, ...group }, index) => ({
    position: index + 1,
    accountId: group.accountId,
    currency: group.currency,
    quotation: rate.quotation,
    rate: rate.rate,
    rateOn: rate.validOn,
    stale: rate.stale,
    positionCount: positions.length,
    foreignMinor: group.foreignMinor.toString(),
    beforeMinor: group.beforeMinor.toString(),
    afterMinor: group.afterMinor.toString(),
    accountDifferenceMinor: positions
      .reduce((sum, { item, differenceMinor }) => (item === null ? sum + differenceMinor : sum), 0n)
      .toString(),
    kept: group.kept,
  }));
  await tx.rows(sql`
    with head as (
      insert into revaluations (tenant_id, id, date, reversal, difference_minor, created_at)
      values (${tx.ctx.tenantId}::uuid, ${head.id}::uuid, ${head.date}::date, ${head.reversal}, ${head.differenceMinor}, ${tx.ctx.now}::timestamptz)
    )
    insert into revaluation_rows (tenant_id, revaluation_id, position, account_id, currency, quotation, rate, rate_on, stale, position_count,
      foreign_minor, before_minor, after_minor, account_difference_minor, kept)
    select ${tx.ctx.tenantId}::uuid, ${head.id}::uuid, position, "accountId", currency, quotation, rate, "rateOn", stale, "positionCount",
      "foreignMinor", "beforeMinor", "afterMinor", "accountDifferenceMinor", kept
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (position integer, "accountId" uuid, currency text, quotation text, rate numeric,
      "rateOn" date, stale boolean, "positionCount" integer, "foreignMinor" bigint, "beforeMinor" bigint, "afterMinor" bigint,
      "accountDifferenceMinor" bigint, kept boolean)`);
}

type Row = Omit<Revaluation['rows'][number], 'foreign' | 'before' | 'after' | 'difference'> & {
  readonly foreignMinor: bigint;
  readonly beforeMinor: bigint;
  readonly afterMinor: bigint;
};

export async function loadRevaluation(tx: TenantTx, id: string): Promise<Revaluation | null> {
  const key = sql`tenant_id = ${tx.ctx.tenantId}::uuid`;
  const [heads, rows, entries] = await Promise.all([
    tx.rows<Head>(sql`${select} where v.tenant_id = ${tx.ctx.tenantId}::uuid and v.id = ${id}::uuid`),
    tx.rows<Row>(sql`
      select r.account_id as "accountId", a.code as "accountCode", a.name as "accountName", r.currency, r.quotation,
        trim_scale(r.rate)::text as rate, r.rate_on as "rateOn", r.stale, r.position_count as "positionCount", r.kept,
        r.foreign_minor as "foreignMinor", r.before_minor as "beforeMinor", r.after_minor as "afterMinor"
      from revaluation_rows as r join ledger_accounts as a on a.tenant_id = r.tenant_id and a.id = r.account_id
      where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.revaluation_id = ${id}::uuid order by r.position`),
    tx.rows<{ id: string }>(sql`select id from journal_entries where ${key} and source_id = ${id}::uuid order by number`),
  ]);
  const [head] = heads;
  if (!head) return null;
  const inBooks = (minor: bigint) => moneyJson(minor, head.books);
  return {
    ...summaryOf(head),
    rows: rows.map(({ foreignMinor, beforeMinor, afterMinor, ...row }) => ({
      ...row,
      foreign: moneyJson(foreignMinor, row.currency),
      before: inBooks(beforeMinor),
      after: inBooks(afterMinor),
      difference: inBooks(afterMinor - beforeMinor),
    })),
    entryIds: entries.map((entry) => entry.id),
  };
}

/** Locks a revaluation until the end of the transaction, so that it is undone once. */
export async function lockRevaluation(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`select from revaluations where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid for update`);
}

/**
 * Whether something was built upon the values that a revaluation left: a later one, or what was settled since at a value that
 * was to be kept.
 */
export async function isBuiltUpon(tx: TenantTx, { id, date }: Pick<Summary, 'id' | 'date'>): Promise<boolean> {
  const [row] = await tx.rows<{ built: boolean }>(sql`
    with kept as (
      select exists (select from revaluation_rows where tenant_id = ${tx.ctx.tenantId}::uuid and revaluation_id = ${id}::uuid and kept) as any
    )
    select exists (
      select from revaluations as v, kept where v.tenant_id = ${tx.ctx.tenantId}::uuid and v.id > ${id}::uuid and v.status = 'posted'
        and (v.date = ${date}::date or (kept.any and v.date > ${date}::date))
    ) or exists (
      select from journal_entries as e
      join journal_lines as l on l.tenant_id = e.tenant_id and l.entry_id = e.id and l.adjusts_entry_id is not null
      join allocations as a on a.tenant_id = l.tenant_id and a.created_at >= e.posted_at and a.id > ${id}::uuid and (
        (a.debit_entry_id = l.adjusts_entry_id and a.debit_position = l.adjusts_position)
        or (a.credit_entry_id = l.adjusts_entry_id and a.credit_position = l.adjusts_position))
      where e.tenant_id = ${tx.ctx.tenantId}::uuid and e.source_id = ${id}::uuid and e.source_kind = 'accounting.revaluation_kept'
    ) as built`);
  return row?.built ?? false;
}

export async function markUndone(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`update revaluations set status = 'undone' where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export async function pageOfRevaluations(
  tx: TenantTx,
  { sort, limit, cursor }: z.output<typeof listRevaluations.input>,
): Promise<Page<Summary>> {
  const found = await readPage<Head, 'date'>(tx, {
    select: sql`select h.*, h.date as "sortValue" from (${select} where v.tenant_id = ${tx.ctx.tenantId}::uuid) as h`,
    where: [sql`true`],
    id: sql`h.id`,
    sorts: { date: { column: sql`h.date`, type: 'date' } },
    sort,
    limit,
    cursor,
  });
  return { ...found, items: found.items.map(summaryOf) };
}

/** What accounts are called. */
export async function accountNames(tx: TenantTx, ids: readonly string[]): Promise<Map<string, { code: string; name: string }>> {
  const rows = await tx.rows<{ id: string; code: string; name: string }>(sql`
    select id, code, name from ledger_accounts where tenant_id = ${tx.ctx.tenantId}::uuid and id = any(${ids}::uuid[])`);
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
