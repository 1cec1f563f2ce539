import type { Page } from '@atlas/contract';
import { type BusinessDate, moneyJson } from '@atlas/kernel';
import { containing, readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { assetSummary, listAssets } from '../contract/assets.ts';
import type { AssetAccounts } from '../domain/asset-entries.ts';
import type { AssetStatus } from '../domain/asset-state.ts';
import type { Method, ProRata, ScheduleRow } from '../domain/terms.ts';

export type AssetRow = AssetAccounts & {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly categoryId: string;
  readonly categoryName: string;
  readonly status: AssetStatus;
  readonly currency: string;
  readonly costMinor: bigint;
  readonly accumulatedMinor: bigint;
  readonly salvageMinor: bigint;
  readonly openingMinor: bigint;
  readonly openingPeriods: number;
  readonly method: Method;
  readonly periods: number;
  readonly monthsPerPeriod: number;
  readonly proRata: ProRata;
  readonly yearlyRate: string | null;
  readonly fiscalYearStartsIn: number;
  readonly availableOn: BusinessDate;
  readonly firstPeriodEndsOn: BusinessDate;
  readonly enteredOn: BusinessDate | null;
  readonly disposedOn: BusinessDate | null;
  readonly version: number;
};

const columns = sql`
  a.id, a.code, a.name, a.category_id as "categoryId", c.name as "categoryName", a.status, a.currency, a.cost_minor as "costMinor",
  a.accumulated_minor as "accumulatedMinor", a.salvage_minor as "salvageMinor", a.opening_minor as "openingMinor",
  a.opening_periods as "openingPeriods", a.method, a.periods, a.months_per_period as "monthsPerPeriod", a.pro_rata as "proRata",
  trim_scale(a.yearly_rate)::text as "yearlyRate", a.fiscal_year_starts_in as "fiscalYearStartsIn", a.available_on as "availableOn",
  a.first_period_ends_on as "firstPeriodEndsOn", a.entered_on as "enteredOn", a.disposed_on as "disposedOn", a.version,
  c.asset_account_id as "assetAccountId", c.accumulated_account_id as "accumulatedAccountId", c.expense_account_id as "expenseAccountId",
  c.gain_account_id as "gainAccountId", c.loss_account_id as "lossAccountId"`;

const source = sql`from assets as a join asset_categories as c on c.tenant_id = a.tenant_id and c.id = a.category_id`;

/** An asset, locked until the end of the transaction when asked; or null. */
export async function loadAsset(tx: TenantTx, id: string, lock = false): Promise<AssetRow | null> {
  const key = sql`a.tenant_id = ${tx.ctx.tenantId}::uuid and a.id = ${id}::uuid`;
  const [, rows] = await Promise.all([
    lock ? tx.rows(sql`select from assets as a where ${key} for update`) : null,
    tx.rows<AssetRow>(sql`select ${columns} ${source} where ${key}`),
  ]);
  return rows[0] ?? null;
}

export async function insertAsset(tx: TenantTx, row: AssetRow): Promise<void> {
  await tx.rows(sql`
    insert into assets (tenant_id, id, code, name, category_id, status, currency, cost_minor, accumulated_minor, salvage_minor, opening_minor,
      opening_periods, method, periods, months_per_period, pro_rata, yearly_rate, fiscal_year_starts_in, available_on, first_period_ends_on)
    values (${tx.ctx.tenantId}::uuid, ${row.id}::uuid, ${row.code}, ${row.name}, ${row.categoryId}::uuid, ${row.status}, ${row.currency},
      ${row.costMinor}, ${row.accumulatedMinor}, ${row.salvageMinor}, ${row.openingMinor}, ${row.openingPeriods}, ${row.method}, ${row.periods},
      ${row.monthsPerPeriod}, ${row.proRata}, ${row.yearlyRate}::numeric, ${row.fiscalYearStartsIn}, ${row.availableOn}::date,
      ${row.firstPeriodEndsOn}::date)`);
}

export async function deleteAsset(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`delete from assets where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

/** What one entry changes in the register, and what the asset is afterwards. */
export type Movement = {
  readonly id: string;
  readonly kind: 'acquisition' | 'depreciation' | 'revaluation' | 'disposal';
  readonly date: BusinessDate;
  readonly costMinor: bigint;
  readonly accumulatedMinor: bigint;
  readonly entryId: string;
};

type Values = Pick<AssetRow, 'id' | 'status' | 'costMinor' | 'accumulatedMinor' | 'enteredOn' | 'disposedOn' | 'version'>;

/** Writes an asset as it has become with the movements that made it so: the last one has its version. */
export function saveMovements(tx: TenantTx, asset: Values, movements: readonly Movement[]): void {
  const rows = movements.map((each, index) => ({
    ...each,
    costMinor: each.costMinor.toString(),
    accumulatedMinor: each.accumulatedMinor.toString(),
    version: asset.version - movements.length + 1 + index,
  }));
  tx.tell(sql`
    insert into asset_movements (tenant_id, id, asset_id, asset_version, kind, date, cost_minor, accumulated_minor, entry_id)
    select ${tx.ctx.tenantId}::uuid, m.id, ${asset.id}::uuid, m.version, m.kind, m.date, m."costMinor", m."accumulatedMinor", m."entryId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (
      id uuid, version integer, kind text, date date, "costMinor" bigint, "accumulatedMinor" bigint, "entryId" uuid)`);
  tx.tell(sql`
    update assets set status = ${asset.status}, cost_minor = ${asset.costMinor}, accumulated_minor = ${asset.accumulatedMinor},
      entered_on = ${asset.enteredOn}::date, disposed_on = ${asset.disposedOn}::date, version = ${asset.version}
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${asset.id}::uuid`);
}

export type StoredRow = Omit<ScheduleRow, 'accumulatedMinor' | 'netMinor'> & {
  /** Null while it is the plan of a draft. */
  readonly id: string | null;
  readonly postedOn: BusinessDate | null;
  readonly entryId: string | null;
  readonly reversalId: string | null;
  /** What the asset stood at when the row had been posted; null while it is planned. */
  readonly costMinor: bigint | null;
  readonly accumulatedMinor: bigint | null;
};

export const rowsOfAsset = (tx: TenantTx, assetId: string): Promise<StoredRow[]> =>
  tx.rows<StoredRow>(sql`
    select r.id, r.starts_on as "startsOn", r.ends_on as "endsOn", r.amount_minor as "amountMinor", r.posted_on as "postedOn",
      r.entry_id as "entryId", r.reversal_id as "reversalId", m.cost as "costMinor", m.accumulated as "accumulatedMinor"
    from schedule_rows as r
    left join (
      select entry_id, (sum(cost_minor) over stand)::bigint as cost, (sum(accumulated_minor) over stand)::bigint as accumulated
      from asset_movements where tenant_id = ${tx.ctx.tenantId}::uuid and asset_id = ${assetId}::uuid
      window stand as (order by asset_version)
    ) as m on m.entry_id = r.entry_id
    where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.asset_id = ${assetId}::uuid order by r.ends_on, r.id`);

/** Forgets what was planned and not posted. */
export function dropPlan(tx: TenantTx, assetId: string): void {
  tx.tell(sql`
    delete from schedule_rows where tenant_id = ${tx.ctx.tenantId}::uuid and asset_id = ${assetId}::uuid and entry_id is null`);
}

type Summary = z.output<typeof assetSummary>;

/** What everyone sees of an asset. */
export const summaryOf = (row: AssetRow): Summary => ({
  id: row.id,
  code: row.code,
  name: row.name,
  categoryId: row.categoryId,
  categoryName: row.categoryName,
  status: row.status,
  availableOn: row.availableOn,
  cost: moneyJson(row.costMinor, row.currency),
  accumulated: moneyJson(row.accumulatedMinor, row.currency),
  net: moneyJson(row.costMinor - row.accumulatedMinor, row.currency),
  version: row.version,
});

export async function pageOfAssets(tx: TenantTx, input: z.output<typeof listAssets.input>): Promise<Page<Summary>> {
  const pattern = input.q && containing(input.q);
  const { items, nextCursor } = await readPage<AssetRow, 'code'>(tx, {
    select: sql`select ${columns}, a.code as "sortValue" ${source}`,
    where: [
      sql`a.tenant_id = ${tx.ctx.tenantId}::uuid`,
      input.status ? sql`a.status = ${input.status}` : null,
      input.categoryId ? sql`a.category_id = ${input.categoryId}::uuid` : null,
      pattern ? sql`(a.name ilike ${pattern} or a.code ilike ${pattern})` : null,
    ],
    id: sql`a.id`,
    sorts: { code: { column: sql`a.code`, type: 'text' } },
    sort: 'code',
    limit: input.limit,
    cursor: input.cursor,
  });
  return { items: items.map(summaryOf), nextCursor };
}
