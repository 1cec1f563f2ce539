import { sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { dimensionRule } from '../contract/dimensions.ts';

export type RuleRow = z.output<typeof dimensionRule>;

const columns = sql`r.account_id as "accountId", r.dimension_id as "dimensionId", r.rule, r.default_value_id as "defaultValueId"`;

export const rulesOfAccount = (tx: TenantTx, accountId: string): Promise<RuleRow[]> =>
  tx.rows<RuleRow>(sql`
    select ${columns} from dimension_rules as r
    where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.account_id = ${accountId}::uuid order by r.dimension_id`);

export async function replaceRules(tx: TenantTx, accountId: string, rules: readonly RuleRow[]): Promise<void> {
  const { tenantId } = tx.ctx;
  await tx.rows(sql`delete from dimension_rules where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid`);
  await tx.rows(sql`
    insert into dimension_rules (tenant_id, account_id, dimension_id, rule, default_value_id)
    select ${tenantId}::uuid, g.* from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb)
      as g ("accountId" uuid, "dimensionId" uuid, rule text, "defaultValueId" uuid)`);
}
