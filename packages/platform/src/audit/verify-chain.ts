import type { TenantReader } from '../db/tenant-reader.ts';
import { type AuditEventRow, chainStart, eventsBetween, linkHash, lockChain, sealsFrom } from './audit.repository.ts';

const batch = 2000;

type SealKey = { readonly xact: string; readonly id: string };
type Sealed = AuditEventRow & { readonly xact: string };

export type ChainVerdict = { readonly intact: boolean; readonly eventCount: number; readonly brokenAt: string | null };

/** Recomputes the chain from its start and compares link by link: an event that was changed, removed or slipped in breaks it. */
export async function verifyChain(tx: TenantReader): Promise<ChainVerdict> {
  const { sealedBelow, sequence: length } = await lockChain(tx);
  let { sequence, hash } = chainStart;
  let after: SealKey | null = null;
  for (;;) {
    const pending: Promise<Sealed[]> = eventsBetween(tx, '0', sealedBelow, after, batch);
    const [events, seals] = await Promise.all([pending, sealsFrom(tx, sequence + 1n, batch)]);
    for (const [index, { xact, ...event }] of events.entries()) {
      const seal = seals[index];
      hash = linkHash(hash, event);
      sequence += 1n;
      if (seal === undefined || seal.eventId !== event.id || !seal.hash.equals(hash))
        return { intact: false, eventCount: Number(length), brokenAt: event.id };
      after = { xact, id: event.id };
    }
    const missing = seals[events.length];
    if (missing) return { intact: false, eventCount: Number(length), brokenAt: missing.eventId };
    if (events.length < batch) return { intact: sequence === length, eventCount: Number(length), brokenAt: null };
  }
}
