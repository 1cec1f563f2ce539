import { type Plan, plans } from './rules.ts';

const rememberedMs = 60_000;
const maxRemembered = 10_000;

/** The plan of a tenant as far as it is known now, without waiting for it. */
export type PlanReader = (tenantId: string) => Plan;

/** Remembers plans for a minute. A tenant that is not known yet is a standard one until it has been looked up. */
export function openPlans(read: (tenantId: string) => Promise<Plan>): PlanReader {
  const known = new Map<string, { plan: Plan; until: number }>();
  return (tenantId) => {
    const entry = known.get(tenantId);
    const now = Date.now();
    if (entry && entry.until > now) return entry.plan;
    const plan = entry?.plan ?? 'standard';
    if (known.size >= maxRemembered) known.clear();
    known.set(tenantId, { plan, until: now + rememberedMs });
    read(tenantId).then(
      (found) => known.set(tenantId, { plan: found, until: now + rememberedMs }),
      // PostgreSQL is away: what was known goes on, and is looked up again in a minute.
      () => undefined,
    );
    return plan;
  };
}

/** A plan as PostgreSQL keeps it. One that is not known here yet, because a newer process gave it, is a standard one. */
export const planNamed = (name: string | undefined): Plan => (name !== undefined && name in plans ? (name as Plan) : 'standard');
