import { type Plan, plans } from './rules.ts';

const rememberedMs = 60_000;
const maxRemembered = 10_000;

/** What a tenant may ask for: what its plan says, times a factor that was set for it. */
export type Allowance = { readonly plan: Plan; readonly factor: number };

const standard: Allowance = { plan: 'standard', factor: 1 };

/** The allowance of a tenant as far as it is known now, without waiting for it. */
export type PlanReader = (tenantId: string) => Allowance;

/** Remembers plans for a minute. A tenant that is not known yet is a standard one until it has been looked up. */
export function openPlans(read: (tenantId: string) => Promise<Allowance>): PlanReader {
  const known = new Map<string, { allowance: Allowance; until: number }>();
  return (tenantId) => {
    const entry = known.get(tenantId);
    const now = Date.now();
    if (entry && entry.until > now) return entry.allowance;
    const allowance = entry?.allowance ?? standard;
    if (known.size >= maxRemembered) known.clear();
    known.set(tenantId, { allowance, until: now + rememberedMs });
    read(tenantId).then(
      (found) => known.set(tenantId, { allowance: found, until: now + rememberedMs }),
      // PostgreSQL is away: what was known goes on, and is looked up again in a minute.
      () => undefined,
    );
    return allowance;
  };
}

/** An allowance as PostgreSQL keeps it. A plan that is not known here yet, because a newer process gave it, is a standard one. */
export function allowanceFrom(row: { readonly plan: string; readonly limits: unknown } | null): Allowance {
  if (!row) return standard;
  const { rateFactor } = row.limits as { rateFactor?: number | null };
  return { plan: row.plan in plans ? (row.plan as Plan) : 'standard', factor: rateFactor ?? 1 };
}
