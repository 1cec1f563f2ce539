import type { Page } from '@atlas/contract';
import { type BusinessDate, moneyJson } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { deferral, deferralSummary } from '../contract/deferrals.ts';

type Summary = z.output<typeof deferralSummary>;
type SummaryRow = Omit<Summary, 'amount' | 'recognised' | 'open'> & {
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly recognisedMinor: bigint;
};
export type NewDeferral = Omit<SummaryRow, 'recognisedMinor' | 'fromAccountCode' | 'toAccountCode'>;

const selected = sql`
  select d.id, d.kind, d.description, d.starts_on as "startsOn", d.ends_on as "endsOn", d.basis, d.currency, d.amount_minor as "amountMinor",
    coalesce(r.minor, 0)::bigint as "recognisedMinor", d.from_account_id as "fromAccountId", f.code as "fromAccountCode",
    d.to_account_id as "toAccountId", t.code as "toAccountCode", d.starts_on as "sortValue"
  from deferrals as d
  join ledger_accounts as f on f.tenant_id = d.tenant_id and f.id = d.from_account_id
  join ledger_accounts as t on t.tenant_id = d.tenant_id and t.id = d.to_account_id
  left join lateral (
    select sum(r.amount_minor) as minor from schedule_rows as r
    where r.tenant_id = d.tenant_id and r.deferral_id = d.id and r.entry_id is not null and r.reversal_id is null
  ) as r on true`;

const viewOf = ({ currency, amountMinor, recognisedMinor, ...row }: SummaryRow): Summary => ({
  ...row,
  amount: moneyJson(amountMinor, currency),
  recognised: moneyJson(recognisedMinor, currency),
  open: moneyJson(amountMinor - recognisedMinor, currency),
});

type StoredRow = {
  readonly id: string;
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  readonly amountMinor: bigint;
  readonly postedOn: BusinessDate | null;
  readonly entryId: string | null;
};

/** A deferral with the rows that count, or null. */
export async function loadDeferral(tx: TenantTx, id: string): Promise<z.output<typeof deferral> | null> {
  const [heads, rows] = await Promise.all([
    tx.rows<SummaryRow>(sql`${selected} where d.tenant_id = ${tx.ctx.tenantId}::uuid and d.id = ${id}::uuid`),
    tx.rows<StoredRow>(sql`
      select id, starts_on as "startsOn", ends_on as "endsOn", amount_minor as "amountMinor", posted_on as "postedOn", entry_id as "entryId"
      from schedule_rows
      where tenant_id = ${tx.ctx.tenantId}::uuid and deferral_id = ${id}::uuid and reversal_id is null order by ends_on, id`),
  ]);
  const [head] = heads;
  if (!head) return null;
  return {
    ...viewOf(head),
    rows: rows.map(({ amountMinor, ...row }) => ({ ...row, amount: moneyJson(amountMinor, head.currency) })),
  };
}

export async function insertDeferral(tx: TenantTx, row: NewDeferral): Promise<void> {
  await tx.rows(sql`
    insert into deferrals (tenant_id, id, kind, description, currency, amount_minor, from_account_id, to_account_id, starts_on, ends_on, basis)
    values (${tx.ctx.tenantId}::uuid, ${row.id}::uuid, ${row.kind}, ${row.description}, ${row.currency}, ${row.amountMinor},
      ${row.fromAccountId}::uuid, ${row.toAccountId}::uuid, ${row.startsOn}::date, ${row.endsOn}::date, ${row.basis})`);
}

export async function pageOfDeferrals(
  tx: TenantTx,
  input: { limit: number; cursor?: string | undefined; kind?: Summary['kind'] | undefined },
): Promise<Page<Summary>> {
  const { items, nextCursor } = await readPage<SummaryRow, 'startsOn'>(tx, {
    select: selected,
    where: [sql`d.tenant_id = ${tx.ctx.tenantId}::uuid`, input.kind ? sql`d.kind = ${input.kind}` : null],
    id: sql`d.id`,
    sorts: { startsOn: { column: sql`d.starts_on`, type: 'date' } },
    sort: '-startsOn',
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: items.map(viewOf), nextCursor };
}
