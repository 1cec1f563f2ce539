import type { Page } from '@atlas/contract';
import type { BusinessDate } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { exchangeRate, listExchangeRates } from '../contract/currencies.ts';

export type RateRow = z.output<typeof exchangeRate>;

const columns = sql`r.id, r.currency, r.valid_on as "validOn", r.source, r.quotation, trim_scale(r.rate)::text as rate`;

export async function loadRate(tx: TenantTx, id: string): Promise<RateRow | null> {
  const [row] = await tx.rows<RateRow>(sql`
    select ${columns} from exchange_rates as r where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.id = ${id}::uuid`);
  return row ?? null;
}

type Place = Pick<RateRow, 'currency' | 'validOn' | 'source'>;

/** What a source said of a currency on a day; locked, so that two who say it wait for each other. */
export async function lockRateOf(tx: TenantTx, { currency, validOn, source }: Place): Promise<RateRow | null> {
  const [row] = await tx.rows<RateRow>(sql`
    select ${columns} from exchange_rates as r
    where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.currency = ${currency} and r.valid_on = ${validOn}::date and r.source = ${source} for update`);
  return row ?? null;
}

/** Writes rates where there are none of that currency, day and source; the others stay. Returns the ids of those written. */
export async function insertRates(tx: TenantTx, rates: readonly RateRow[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    insert into exchange_rates (tenant_id, id, currency, valid_on, source, quotation, rate)
    select ${tx.ctx.tenantId}::uuid, id, currency, "validOn", source, quotation, rate
    from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as g (id uuid, currency text, "validOn" date, source text, quotation text, rate numeric)
    on conflict (tenant_id, currency, valid_on, source) do nothing returning id`);
  return new Set(rows.map(({ id }) => id));
}

/** Writes what a source says of a day, in place of what it said before. Returns the id that the rate has. */
export async function saveRate(tx: TenantTx, rate: RateRow): Promise<string> {
  const [row] = await tx.rows<{ id: string }>(sql`
    insert into exchange_rates (tenant_id, id, currency, valid_on, source, quotation, rate)
    values (${tx.ctx.tenantId}::uuid, ${rate.id}::uuid, ${rate.currency}, ${rate.validOn}::date, ${rate.source}, ${rate.quotation}, ${rate.rate}::numeric)
    on conflict (tenant_id, currency, valid_on, source) do update set quotation = excluded.quotation, rate = excluded.rate returning id`);
  return row?.id ?? rate.id;
}

export async function deleteRate(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`delete from exchange_rates where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export type Wanted = { readonly currency: string; readonly on: BusinessDate };

/**
 * The latest rate of each day that is asked for, or of a day before it. Of one day the preferred source comes first, then
 * what a person has entered, then the others by name.
 */
export async function latestRates(tx: TenantTx, wanted: readonly Wanted[]): Promise<(RateRow & { on: BusinessDate })[]> {
  return tx.rows<RateRow & { on: BusinessDate }>(sql`
    select w.on, latest.* from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (currency text, "on" date)
    left join (select preferred_source as source from currency_settings where tenant_id = ${tx.ctx.tenantId}::uuid) as preferred on true
    cross join lateral (
      select ${columns} from exchange_rates as r
      where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.currency = w.currency and r.valid_on <= w.on
      order by r.valid_on desc, r.source is not distinct from preferred.source desc, r.source = 'manual' desc, r.source limit 1
    ) as latest`);
}

export const pageOfRates = (
  tx: TenantTx,
  { currency, source, from, to, sort, limit, cursor }: z.output<typeof listExchangeRates.input>,
): Promise<Page<RateRow>> => {
  const sorted = sort.endsWith('currency') ? sql`r.currency::text` : sql`r.valid_on`;
  return readPage(tx, {
    select: sql`select ${columns}, ${sorted} as "sortValue" from exchange_rates as r`,
    where: [
      sql`r.tenant_id = ${tx.ctx.tenantId}::uuid`,
      currency ? sql`r.currency = ${currency}` : null,
      source ? sql`r.source = ${source}` : null,
      from ? sql`r.valid_on >= ${from}::date` : null,
      to ? sql`r.valid_on <= ${to}::date` : null,
    ],
    id: sql`r.id`,
    sorts: { validOn: { column: sql`r.valid_on`, type: 'date' }, currency: { column: sql`r.currency::text`, type: 'text' } },
    sort,
    limit,
    cursor,
  });
};
