import { AtlasError } from '@atlas/kernel';
import { joinSql, nothing, type Sql, sql, type TenantTx } from '@atlas/platform';
import { knownUntil } from './known-until.ts';

/** What lines must say of one dimension to be counted: one of some values, none, or either. */
export type DimensionTerm = { readonly dimensionId: string; readonly valueIds: readonly string[]; readonly without: boolean };

/** All that a line must say to be counted; without terms, every line is. */
export type LineFilter = readonly DimensionTerm[];

/** What was asked for, in words. */
export type FilterWords = { readonly dimension: string; readonly code: string | null; readonly name: string | null };

export type Filtered = { readonly lines: LineFilter; readonly only: readonly FilterWords[] };

type Asked = { readonly dimensions?: readonly string[] | undefined; readonly without?: readonly string[] | undefined };

export const isFiltered = ({ dimensions = [], without = [] }: Asked): boolean => dimensions.length + without.length > 0;

const everyLine: Filtered = { lines: [], only: [] };

type TermRow = DimensionTerm & { readonly named: readonly (FilterWords & { readonly id: string })[] };

/**
 * What is asked for, by dimension: values with all that stand below them. Who asks for nothing costs no statement, so that those of
 * a report travel with BEGIN.
 *
 * @throws AtlasError `not_found` for a value or a dimension that is not there
 */
export async function lineFilter(tx: TenantTx, { dimensions = [], without = [] }: Asked): Promise<Filtered> {
  if (!isFiltered({ dimensions, without })) return everyLine;
  const rows = await tx.rows<TermRow>(sql`
    with recursive tree (dimension_id, id) as (
      select dimension_id, id from dimension_values where tenant_id = ${tx.ctx.tenantId}::uuid and id = any(${dimensions}::uuid[])
      union
      select v.dimension_id, v.id from tree as t
      join dimension_values as v on v.tenant_id = ${tx.ctx.tenantId}::uuid and v.dimension_id = t.dimension_id and v.parent_id = t.id
    ), named (dimension_id, id, code, name) as (
      select v.dimension_id, v.id, v.code, v.name from dimension_values as v
      where v.tenant_id = ${tx.ctx.tenantId}::uuid and v.id = any(${dimensions}::uuid[])
      union all
      select d.id, d.id, null, null from dimensions as d where d.tenant_id = ${tx.ctx.tenantId}::uuid and d.id = any(${without}::uuid[])
    )
    select d.id as "dimensionId", d.id = any(${without}::uuid[]) as without,
      coalesce((select jsonb_agg(t.id) from tree as t where t.dimension_id = d.id), '[]') as "valueIds",
      (select jsonb_agg(jsonb_build_object('id', n.id, 'dimension', d.name, 'code', n.code, 'name', n.name) order by n.code)
        from named as n where n.dimension_id = d.id) as named
    from dimensions as d
    where d.tenant_id = ${tx.ctx.tenantId}::uuid and exists (select from named as n where n.dimension_id = d.id)
    order by d.code`);
  const named = rows.flatMap((row) => row.named);
  const known = new Set(named.map(({ id }) => id));
  if ([...dimensions, ...without].some((id) => !known.has(id)))
    throw new AtlasError('not_found', 'A value or a dimension that is asked for is not there.');
  const lines = rows.map(({ dimensionId, valueIds, without: isWithout }) => ({ dimensionId, valueIds, without: isWithout }));
  return { lines, only: named.map(({ dimension, code, name }) => ({ dimension, code, name })) };
}

/** Which entries count, by the column that names an entry: to be written after other conditions. */
export type EntryCondition = (entryId: Sql) => Sql;

/** That an entry was posted by an instant; few were posted after one that is near to now, so those are looked up. */
export const postedUntil = (tx: TenantTx, instant: string | null, entryId: Sql): Sql =>
  instant === null
    ? nothing
    : sql` and not exists (select from journal_entries as e where e.tenant_id = ${tx.ctx.tenantId}::uuid and e.id = ${entryId}
        and e.posted_at > ${instant}::timestamptz)`;

/**
 * What must be true of an entry, so that what belongs to the whole of it counts: of each dimension that is asked for one of its
 * lines names a value, or none of them names any; and it was posted by the day or instant that is asked for. The offset looks the lines of each entry up by their key: by statistics
 * that are old, or of all tenants together, PostgreSQL would read all lines of a value for each entry.
 *
 * @throws AtlasError `not_found` for a value or a dimension that is not there
 */
export async function entryFilter(
  tx: TenantTx,
  { knownOn, ...asked }: Asked & { readonly knownOn?: string | undefined },
): Promise<EntryCondition> {
  const { lines } = await lineFilter(tx, asked);
  return (entryId) => {
    const named = (dimensionId: string, among: Sql = nothing): Sql => sql`
      exists (select from (
        select its.dimension_id, its.value_id from journal_line_dimensions as its
        where its.tenant_id = ${tx.ctx.tenantId}::uuid and its.entry_id = ${entryId} offset 0
      ) as n where n.dimension_id = ${dimensionId}::uuid${among})`;
    const conditions = lines.map(({ dimensionId, valueIds, without }) => {
      if (valueIds.length === 0) return sql` and not ${named(dimensionId)}`;
      const one = named(dimensionId, sql` and n.value_id = any(${valueIds}::uuid[])`);
      return without ? sql` and (not ${named(dimensionId)} or ${one})` : sql` and ${one}`;
    });
    return joinSql([postedUntil(tx, knownUntil(knownOn), entryId), ...conditions], '');
  };
}

/** Whether a line `l` names a value of a dimension, or one of some. */
const names = ({ dimensionId }: DimensionTerm, among: Sql = nothing): Sql => sql`
  exists (select from journal_line_dimensions as n where n.tenant_id = l.tenant_id and n.entry_id = l.entry_id
    and n.position = l.position and n.dimension_id = ${dimensionId}::uuid${among})`;

function condition(term: DimensionTerm): Sql {
  if (term.valueIds.length === 0) return sql` and not ${names(term)}`;
  const named = names(term, sql` and n.value_id = any(${term.valueIds}::uuid[])`);
  return term.without ? sql` and (not ${names(term)} or ${named})` : sql` and ${named}`;
}

/** What lines `l` of the ledger must say besides. */
export const lineConditions = (lines: LineFilter = []): Sql => (lines.length === 0 ? nothing : joinSql(lines.map(condition), ''));
