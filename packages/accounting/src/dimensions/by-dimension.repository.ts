import type { BusinessDate, Period } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { ValueMovement } from '../domain/by-dimension.ts';
import { entriesOf } from '../reports/filtered-lines.repository.ts';
import type { LedgerKey, LedgerLineRow } from '../reports/ledger-lines.repository.ts';
import type { LedgerView } from '../reports/ledger-view.ts';
import { type LineFilter, lineConditions } from '../reports/line-filter.repository.ts';

export type ColumnRow = { readonly id: string; readonly code: string; readonly name: string; readonly hasBelow: boolean };

/** The values that stand directly below one, after it itself; without one, those that stand below none. */
export const columnsOf = (tx: TenantTx, dimensionId: string, below: string | null): Promise<ColumnRow[]> =>
  tx.rows<ColumnRow>(sql`
    select v.id, v.code, v.name, v.id is distinct from ${below}::uuid and exists (
        select from dimension_values as b where b.tenant_id = v.tenant_id and b.dimension_id = v.dimension_id and b.parent_id = v.id) as "hasBelow"
    from dimension_values as v
    where v.tenant_id = ${tx.ctx.tenantId}::uuid and v.dimension_id = ${dimensionId}::uuid
      and (v.parent_id is not distinct from ${below}::uuid or v.id = ${below}::uuid)
    order by v.id is distinct from ${below}::uuid, v.code`);

/** What moved by account and column; a column has what its values below have, but one that others are asked for below only its own. */
export async function movementsByValue(
  tx: TenantTx,
  dimensionId: string,
  below: string | null,
  { startsOn, endsOn }: Period,
  { knownUntil = null, lines }: LedgerView = {},
): Promise<ValueMovement[]> {
  const rows = await tx.rows<{ accountId: string; valueId: string; minor: string }>(sql`
    with recursive tree (id, column_id) as (
      select v.id, v.id from dimension_values as v
      where v.tenant_id = ${tx.ctx.tenantId}::uuid and v.dimension_id = ${dimensionId}::uuid and v.parent_id is not distinct from ${below}::uuid
      union all
      select v.id, t.column_id from tree as t
      join dimension_values as v on v.tenant_id = ${tx.ctx.tenantId}::uuid and v.dimension_id = ${dimensionId}::uuid and v.parent_id = t.id
    ), columns (id, column_id) as (
      select id, column_id from tree union all select ${below}::uuid, ${below}::uuid
    )
    select l.account_id as "accountId", c.column_id as "valueId", sum(l.amount_minor)::text as minor
    from columns as c
    join journal_line_dimensions as l on l.tenant_id = ${tx.ctx.tenantId}::uuid and l.dimension_id = ${dimensionId}::uuid and l.value_id = c.id${entriesOf({ knownUntil })}
    where l.date between ${startsOn}::date and ${endsOn}::date${lineConditions(lines)}
    group by l.account_id, c.column_id`);
  return rows.map(({ minor, ...row }) => ({ ...row, minor: BigInt(minor) }));
}

export type DimensionLineRow = Omit<LedgerLineRow, 'partyName'> & {
  readonly accountId: string;
  readonly accountCode: string;
  readonly accountName: string;
  readonly valueCode: string;
};

type Asked = {
  readonly valueId: string;
  readonly accountId: string | null;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** What they must say besides. */
  readonly only: LineFilter;
  readonly knownUntil: string | null;
};

/** The dimensions of lines that a value has with those below it. */
const within = (tx: TenantTx, { valueId, accountId, from, to, only, knownUntil }: Asked) => sql`
  with recursive tree (dimension_id, id) as (
    select dimension_id, id from dimension_values where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${valueId}::uuid
    union all
    select v.dimension_id, v.id from tree as t
    join dimension_values as v on v.tenant_id = ${tx.ctx.tenantId}::uuid and v.dimension_id = t.dimension_id and v.parent_id = t.id
  ), named as (
    select l.* from tree as t
    join journal_line_dimensions as l on l.tenant_id = ${tx.ctx.tenantId}::uuid and l.dimension_id = t.dimension_id and l.value_id = t.id${entriesOf({ knownUntil })}
    where (${accountId}::uuid is null or l.account_id = ${accountId}::uuid) and l.date between ${from}::date and ${to}::date${lineConditions(only)}
  )`;

export function linesOfValue(tx: TenantTx, asked: Asked, after: LedgerKey | null, limit: number): Promise<DimensionLineRow[]> {
  const beyond = after
    ? sql`where (n.date, n.entry_id, n.position) > (${after.date}::date, ${after.entryId}::uuid, ${after.position}::integer)`
    : sql``;
  return tx.rows<DimensionLineRow>(sql`${within(tx, asked)}
    select e.id, n.position, e.number, n.date, coalesce(l.description, e.description) as description, e.source_kind as "sourceKind",
           e.source_id as "sourceId", n.amount_minor as "amountMinor", a.id as "accountId", a.code as "accountCode", a.name as "accountName",
           v.code as "valueCode"
    from named as n
    join journal_entries as e on e.tenant_id = n.tenant_id and e.id = n.entry_id
    join journal_lines as l on l.tenant_id = n.tenant_id and l.entry_id = n.entry_id and l.position = n.position
    join ledger_accounts as a on a.tenant_id = n.tenant_id and a.id = n.account_id
    join dimension_values as v on v.tenant_id = n.tenant_id and v.id = n.value_id
    ${beyond} order by n.date, n.entry_id, n.position limit ${limit}`);
}

export async function totalOfValue(tx: TenantTx, asked: Asked): Promise<bigint> {
  const [row] = await tx.rows<{ sum: string }>(sql`${within(tx, asked)}
    select coalesce(sum(amount_minor), 0)::text as sum from named`);
  return BigInt(row?.sum ?? '0');
}
