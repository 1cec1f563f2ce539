import { sql, type TenantTx } from '@atlas/platform';
import { defaultLevels, type Level } from '../domain/default-levels.ts';

/** Levels as JSON, which knows no whole numbers of any size. */
export const levelsJson = (levels: readonly Level[]): string =>
  JSON.stringify(levels.map((level) => ({ ...level, feeMinor: level.feeMinor.toString() })));

/** Levels as {@link levelsJson} wrote them. */
export const levelsOf = (json: readonly (Omit<Level, 'feeMinor'> & { readonly feeMinor: string })[]): Level[] =>
  json.map((level) => ({ ...level, feeMinor: BigInt(level.feeMinor) }));

/** The levels of the workspace in their order. */
export async function loadLevels(tx: TenantTx): Promise<readonly Level[]> {
  const rows = await tx.rows<Level>(sql`
    select name, days_overdue as "daysOverdue", days_between as "daysBetween", fee_minor as "feeMinor", fee_account_id as "feeAccountId", texts
    from dunning_levels where tenant_id = ${tx.ctx.tenantId}::uuid order by level`);
  return rows.length > 0 ? rows : defaultLevels;
}

/** Writes all levels; those of two people at once follow one another, level by level. */
export async function saveLevels(tx: TenantTx, levels: readonly Level[]): Promise<void> {
  await tx.rows(sql`
    insert into dunning_levels (tenant_id, level, name, days_overdue, days_between, fee_minor, fee_account_id, texts)
    select ${tx.ctx.tenantId}::uuid, ordinality, value ->> 'name', (value ->> 'daysOverdue')::integer, (value ->> 'daysBetween')::integer,
      (value ->> 'feeMinor')::bigint, (value ->> 'feeAccountId')::uuid, value -> 'texts'
    from jsonb_array_elements(${levelsJson(levels)}::jsonb) with ordinality order by ordinality
    on conflict (tenant_id, level) do update set name = excluded.name, days_overdue = excluded.days_overdue,
      days_between = excluded.days_between, fee_minor = excluded.fee_minor, fee_account_id = excluded.fee_account_id, texts = excluded.texts`);
  await tx.rows(sql`delete from dunning_levels where tenant_id = ${tx.ctx.tenantId}::uuid and level > ${levels.length}::integer`);
}
