import { sql } from '../db/sql.ts';
import type { Meter } from '../module.ts';

/** Ids of events are made in the order of time. */
export const activityMeter: Meter = {
  name: 'lastActivityAt',
  read: async (tx) => {
    const [row] = await tx.rows<{ occurredAt: string }>(sql`
      select occurred_at as "occurredAt" from audit_events where tenant_id = ${tx.ctx.tenantId}::uuid order by id desc limit 1`);
    return row?.occurredAt ?? null;
  },
};
