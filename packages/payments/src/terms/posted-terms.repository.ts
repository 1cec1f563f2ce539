import { type MoneyJson, moneyJson } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';

/** When a posted document is to be paid, by the items that it opened. */
export type PostedTerms = {
  readonly instalments: readonly { readonly dueOn: string; readonly amount: MoneyJson }[];
  /** What paying early takes off. */
  readonly discount: { readonly until: string; readonly amount: MoneyJson } | null;
};

type ItemRow = {
  readonly dueOn: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly until: string | null;
  readonly discountMinor: bigint | null;
};

/** What was agreed when an entry was posted, whatever the terms say now. */
export async function postedTerms(tx: TenantTx, entryId: string): Promise<PostedTerms> {
  const rows = await tx.rows<ItemRow>(sql`
    select i.due_on as "dueOn", i.currency, i.amount_minor as "amountMinor", d.until, d.amount_minor as "discountMinor"
    from open_items as i
    left join early_discounts as d on d.tenant_id = i.tenant_id and d.entry_id = i.entry_id and d.position = i.position
    where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.entry_id = ${entryId}::uuid order by i.due_on, i.position`);
  const [discount] = rows.flatMap(({ until, discountMinor, currency }) =>
    until === null || discountMinor === null ? [] : [{ until, amount: moneyJson(discountMinor, currency) }],
  );
  return {
    instalments: rows.map(({ dueOn, amountMinor, currency }) => ({ dueOn, amount: moneyJson(amountMinor, currency) })),
    discount: discount ?? null,
  };
}
