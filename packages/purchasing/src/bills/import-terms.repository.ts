import { sql, type TenantTx } from '@atlas/platform';

/** How a bill of a former system is known again. */
export const billKey = (kind: string, supplierId: string, supplierNumber: string): string =>
  `${kind} ${supplierId} ${supplierNumber.toLowerCase()}`;

export type ImportTermsRow = {
  /** Ids by code, of those that take what documents post. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly taxes: Readonly<Record<string, string>>;
};

/** What codes in files stand for, in one statement. */
export async function loadImportTerms(
  tx: TenantTx,
  codes: { readonly accounts: readonly string[]; readonly taxes: readonly string[] },
): Promise<ImportTermsRow> {
  const tenant = sql`tenant_id = ${tx.ctx.tenantId}::uuid`;
  const [row] = await tx.rows<ImportTermsRow>(sql`
    select
      coalesce((select jsonb_object_agg(code, id) from ledger_accounts
        where ${tenant} and not is_group and archived_at is null and role is distinct from 'receivable' and role is distinct from 'payable' and code = any(${codes.accounts}::text[])), '{}') as accounts,
      coalesce((select jsonb_object_agg(code, id) from taxes where ${tenant} and code = any(${codes.taxes}::text[])), '{}') as taxes`);
  return row ?? { accounts: {}, taxes: {} };
}

/** Bills that are there and not voided, by {@link billKey}. */
export async function billsByNumber(tx: TenantTx, numbers: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; kind: string; supplierId: string; supplierNumber: string }>(sql`
    select id, kind, supplier_id as "supplierId", supplier_number as "supplierNumber" from bills
    where tenant_id = ${tx.ctx.tenantId}::uuid and status <> 'voided' and lower(supplier_number) = any(${numbers.map((each) => each.toLowerCase())}::text[])`);
  return new Map(rows.map((row) => [billKey(row.kind, row.supplierId, row.supplierNumber), row.id]));
}
