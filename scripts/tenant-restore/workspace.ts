import type pg from 'pg';

/** People work in it as long as it is not suspended, and what they write meanwhile would be lost or in the way. */
export async function isAtRest(to: pg.Client, tenantId: string): Promise<boolean> {
  const { rows } = await to.query('select from identity.organizations where id = $1 and suspended_at is null', [tenantId]);
  return rows.length === 0;
}

/** Events carry the number of their transaction: a copy of another server may be ahead, and its events would never be sealed. */
export async function isOfThisServer(from: pg.Client, to: pg.Client): Promise<boolean> {
  const newest = 'select coalesce(max(xact::text::numeric), 0)::text as xact from audit_events';
  const { rows } = await from.query<{ xact: string }>(newest);
  const passed = 'select $1::xid8 < pg_snapshot_xmin(pg_current_snapshot()) as passed';
  return (await to.query<{ passed: boolean }>(passed, [rows[0]?.xact ?? '0'])).rows[0]?.passed === true;
}

const parts = [
  ['organizations', 'id', 'true'],
  ['members', 'organization_id', 'exists (select from identity.users as u where u.id = r.user_id)'],
  [
    'workspace_domains',
    'organization_id',
    'r.created_by is null or exists (select from identity.users as u where u.id = r.created_by)',
  ],
] as const;

/**
 * Brings the workspace itself back when it is gone, suspended, with those of its members who are still there. One that is
 * there stays as it is: who has left since then has left.
 */
export async function bringBackWorkspace(from: pg.Client, to: pg.Client, tenantId: string): Promise<boolean> {
  const { rowCount } = await to.query('select from identity.organizations where id = $1', [tenantId]);
  if (rowCount) return false;
  for (const [table, key, condition] of parts) {
    const { rows } = await from.query<{ line: string }>(`select r::text as line from identity.${table} as r where ${key} = $1`, [
      tenantId,
    ]);
    await to.query(
      `insert into identity.${table} select r.* from (select (line::identity.${table}).* from unnest($1::text[]) as line) as r where ${condition}`,
      [rows.map(({ line }) => line)],
    );
  }
  await to.query(
    `update identity.organizations set suspended_at = coalesce(suspended_at, now()), suspended_reason = coalesce(suspended_reason, 'Restored')
     where id = $1`,
    [tenantId],
  );
  return true;
}

export type Revoked = { readonly id: string; readonly at: Date };

/** Keys of programs that were taken back, before the rows of the copy replace them. */
export const revokedKeys = async (to: pg.Client): Promise<Revoked[]> =>
  (await to.query<Revoked>('select id, revoked_at as at from api_keys where revoked_at is not null')).rows;

/** Whoever has taken a key back since then has taken it back. */
export async function revokeAgain(to: pg.Client, keys: readonly Revoked[]): Promise<void> {
  for (const { id, at } of keys)
    await to.query('update api_keys set revoked_at = $2 where id = $1 and revoked_at is null', [id, at]);
}
