import { sql, type TenantTx } from '@atlas/platform';

export type KnownCodes = {
  /** Dimensions in use, by code. */
  readonly dimensions: ReadonlyMap<string, string>;
  /** Values, by the codes of their dimension and their own. */
  readonly values: Map<string, string>;
};

/** What values of files refer to. */
export async function knownCodes(tx: TenantTx, codes: readonly string[]): Promise<KnownCodes> {
  const [dimensions, values] = await Promise.all([
    tx.rows<{ id: string; code: string }>(sql`
      select id, code from dimensions where tenant_id = ${tx.ctx.tenantId}::uuid and archived_at is null`),
    tx.rows<{ id: string; key: string }>(sql`
      select v.id, d.code || ' ' || v.code as key from dimension_values as v
      join dimensions as d on d.tenant_id = v.tenant_id and d.id = v.dimension_id
      where v.tenant_id = ${tx.ctx.tenantId}::uuid and v.code = any(${[...new Set(codes)]}::text[])`),
  ]);
  return {
    dimensions: new Map(dimensions.map(({ code, id }) => [code, id])),
    values: new Map(values.map(({ key, id }) => [key, id])),
  };
}
