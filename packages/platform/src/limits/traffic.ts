import type { Limiter, Verdict } from './limiter.ts';
import type { Rule } from './rules.ts';

/** How long a process goes on with what it has counted itself before it tells the others: a hundredth of the shortest window. */
const settleMs = 100;
const maxRemembered = 10_000;

/** What one process knows of one caller in the window that goes on. */
type Tally = {
  readonly rule: Rule;
  readonly key: string;
  readonly limit: number;
  /** What was left when Redis was last asked. */
  left: number;
  resetAt: number;
  /** Counted here since then, and not told yet. */
  untold: number;
  /** Being told right now. */
  told: number;
};

export type Traffic = {
  /** Counts one request. Never waits. */
  take(rule: Rule, key: string): Verdict;
};

function begin(tally: Tally, now: number): void {
  const window = tally.rule.seconds * 1000;
  tally.resetAt = (Math.floor(now / window) + 1) * window;
  tally.left = tally.limit;
}

async function settle(tally: Tally, limiter: Limiter): Promise<void> {
  tally.told = tally.untold;
  tally.untold = 0;
  const verdict = await limiter.take(tally.rule, tally.key, tally.told);
  if (verdict) {
    tally.left = verdict.allowed ? verdict.remaining : 0;
    tally.resetAt = verdict.resetAt;
  } else tally.left -= tally.told;
  tally.told = 0;
}

/**
 * Limits that cost a request no round trip: each process counts for itself and settles with Redis in bulk, all callers in
 * one packet. Processes together may let through what comes within one such moment. Without Redis each process counts
 * alone. For rules that are open.
 */
export function openTraffic(limiter: Limiter): Traffic {
  const tallies = new Map<string, Tally>();
  let untold = new Set<Tally>();
  let settling = false;
  const forgetTheOld = (): void => {
    const now = Date.now();
    for (const [id, tally] of tallies) if (tally.resetAt < now && tally.told === 0 && !untold.has(tally)) tallies.delete(id);
  };
  const settleAll = async (): Promise<void> => {
    const open = untold;
    untold = new Set();
    await Promise.all([...open].map((tally) => settle(tally, limiter)));
    if (tallies.size > maxRemembered) forgetTheOld();
    settling = false;
    if (untold.size > 0) settleSoon();
  };
  const settleSoon = (): void => {
    if (settling) return;
    settling = true;
    setTimeout(() => void settleAll(), settleMs).unref();
  };
  const tallyOf = (rule: Rule, key: string): Tally => {
    const id = `${rule.name}:${key}`;
    let tally = tallies.get(id);
    if (!tally) {
      const limit = limiter.limitOf(rule);
      tally = { rule, key, limit, left: limit, resetAt: 0, untold: 0, told: 0 };
      tallies.set(id, tally);
    }
    return tally;
  };
  const take = (rule: Rule, key: string): Verdict => {
    const tally = tallyOf(rule, key);
    const now = Date.now();
    if (now >= tally.resetAt) begin(tally, now);
    const remaining = tally.left - tally.told - tally.untold - 1;
    const allowed = remaining >= 0;
    if (allowed) {
      tally.untold += 1;
      untold.add(tally);
      settleSoon();
    }
    return { rule: rule.name, allowed, limit: tally.limit, remaining: Math.max(0, remaining), resetAt: tally.resetAt };
  };
  return { take };
}
