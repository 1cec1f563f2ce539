import { type BusinessDate, uuidv7 } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';

/** A row with the entry that posts it or takes it back. */
export type Marked = {
  readonly id: string;
  readonly subjectId: string;
  readonly entryId: string;
  readonly date: BusinessDate;
  readonly amountMinor: bigint;
};

const given = (rows: readonly Marked[]): string =>
  JSON.stringify(rows.map((row, ordinal) => ({ ...row, ordinal, newId: uuidv7(), amountMinor: row.amountMinor.toString() })));

const shape = sql`
  as g (id uuid, "newId" uuid, ordinal integer, "subjectId" uuid, "entryId" uuid, date date, "amountMinor" bigint)`;

/** Writes which entries posted rows. */
export function markPosted(tx: TenantTx, runId: string, rows: readonly Marked[]): void {
  tx.tell(sql`
    update schedule_rows as r set run_id = ${runId}::uuid, entry_id = g."entryId", posted_on = g.date
    from jsonb_to_recordset(${given(rows)}::jsonb) ${shape}
    where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.id = g.id`);
}

/** Writes which entries took rows back, and plans their periods anew. */
export function markReversed(tx: TenantTx, rows: readonly Marked[]): void {
  const json = given(rows);
  tx.tell(sql`
    update schedule_rows as r set reversal_id = g."entryId" from jsonb_to_recordset(${json}::jsonb) ${shape}
    where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.id = g.id`);
  tx.tell(sql`
    insert into schedule_rows (tenant_id, id, asset_id, deferral_id, starts_on, ends_on, amount_minor)
    select r.tenant_id, g."newId", r.asset_id, r.deferral_id, r.starts_on, r.ends_on, r.amount_minor
    from jsonb_to_recordset(${json}::jsonb) ${shape}
    join schedule_rows as r on r.tenant_id = ${tx.ctx.tenantId}::uuid and r.id = g.id`);
}

/**
 * Writes what entries changed in the register, in the order given, and what the assets are afterwards: written off when nothing
 * is planned any more.
 */
export function moveAssets(tx: TenantTx, kind: 'depreciation' | 'reversal', rows: readonly Marked[]): void {
  const json = given(rows);
  tx.tell(sql`
    insert into asset_movements (tenant_id, id, asset_id, asset_version, kind, date, cost_minor, accumulated_minor, entry_id)
    select a.tenant_id, g."newId", a.id, a.version + row_number() over (partition by a.id order by g.ordinal), ${kind}, g.date, 0,
      g."amountMinor", g."entryId"
    from jsonb_to_recordset(${json}::jsonb) ${shape}
    join assets as a on a.tenant_id = ${tx.ctx.tenantId}::uuid and a.id = g."subjectId"`);
  tx.tell(sql`
    update assets as a set accumulated_minor = a.accumulated_minor + g.minor, version = a.version + g.moves,
      status = case when exists (
        select from schedule_rows as r where r.tenant_id = a.tenant_id and r.asset_id = a.id and r.entry_id is null
      ) then 'in_service' else 'fully_depreciated' end
    from (
      select "subjectId", sum("amountMinor")::bigint as minor, count(*)::integer as moves
      from jsonb_to_recordset(${json}::jsonb) ${shape} group by "subjectId"
    ) as g
    where a.tenant_id = ${tx.ctx.tenantId}::uuid and a.id = g."subjectId"`);
}

/** Code of an asset of the run that something else has happened to since; or null. */
export async function movedSince(tx: TenantTx, runId: string): Promise<string | null> {
  const [row] = await tx.rows<{ code: string }>(sql`
    select a.code from assets as a
    join lateral (
      select max(m.asset_version) as version from asset_movements as m
      join schedule_rows as r on r.tenant_id = m.tenant_id and r.entry_id = m.entry_id and r.run_id = ${runId}::uuid
      where m.tenant_id = a.tenant_id and m.asset_id = a.id
    ) as mine on mine.version is not null
    where a.tenant_id = ${tx.ctx.tenantId}::uuid and a.version > mine.version
    order by a.code limit 1`);
  return row?.code ?? null;
}
