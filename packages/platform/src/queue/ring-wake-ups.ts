import type pg from 'pg';

const dueSql = `
  select ring_wake_up(tenant_id, name) from wake_ups where due_on <= (now() at time zone 'UTC')::date order by due_on limit 500`;

/** Makes messages of the wake-ups whose day has come. Any number of relays may: each wake-up rings once. */
export async function ringWakeUps(pool: Pick<pg.Pool, 'query'>): Promise<number> {
  const { rowCount } = await pool.query(dueSql);
  return rowCount ?? 0;
}
