import type { BusinessDate } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { AssetStatus } from '../domain/asset-state.ts';

type RegisterRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly categoryName: string;
  readonly status: AssetStatus;
  readonly assetAccountId: string;
  readonly assetAccountCode: string;
  readonly accumulatedAccountId: string;
  readonly accumulatedAccountCode: string;
  readonly costMinor: bigint;
  readonly accumulatedMinor: bigint;
};

/** What each asset stood at on a day, by its movements until then; those that were out by then are left out. */
export const registerRows = (tx: TenantTx, asOf: BusinessDate): Promise<RegisterRow[]> =>
  tx.rows<RegisterRow>(sql`
    select a.id, a.code, a.name, c.name as "categoryName", a.status, c.asset_account_id as "assetAccountId", l.code as "assetAccountCode",
      c.accumulated_account_id as "accumulatedAccountId", d.code as "accumulatedAccountCode",
      sum(m.cost_minor)::bigint as "costMinor", sum(m.accumulated_minor)::bigint as "accumulatedMinor"
    from asset_movements as m
    join assets as a on a.tenant_id = m.tenant_id and a.id = m.asset_id
    join asset_categories as c on c.tenant_id = a.tenant_id and c.id = a.category_id
    join ledger_accounts as l on l.tenant_id = c.tenant_id and l.id = c.asset_account_id
    join ledger_accounts as d on d.tenant_id = c.tenant_id and d.id = c.accumulated_account_id
    where m.tenant_id = ${tx.ctx.tenantId}::uuid and m.date <= ${asOf}::date
    group by a.tenant_id, a.id, c.tenant_id, c.id, l.tenant_id, l.id, d.tenant_id, d.id
    having sum(m.cost_minor) <> 0 or sum(m.accumulated_minor) <> 0
    order by a.code`);
