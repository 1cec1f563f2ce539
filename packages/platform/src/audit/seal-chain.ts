import type { TenantTx } from '../db/tenant-tx.ts';
import { type AuditEventRow, eventsBetween, extendChain, linkHash, lockChain, sealHorizon } from './audit.repository.ts';

/** Events a call seals at most: a transaction stays short. */
const batch = 2000;

type Sealable = AuditEventRow & { readonly xact: string };
type Portion = { readonly events: readonly Sealable[]; readonly sealedBelow: string };

/** Events of whole transactions from `from` up to the horizon, about a batch of them, and where the next call goes on. */
async function nextPortion(tx: TenantTx, from: string, horizon: string): Promise<Portion> {
  const rows = await eventsBetween(tx, from, horizon, null, batch + 1);
  const last = rows.at(-1);
  if (rows.length <= batch || !last) return { events: rows, sealedBelow: horizon };
  // The batch is full: its last transaction may go on, so it waits for the next call.
  const ended = rows.filter((event) => event.xact !== last.xact);
  if (ended.length > 0) return { events: ended, sealedBelow: last.xact };
  // One transaction larger than a batch is sealed whole.
  const next = (BigInt(last.xact) + 1n).toString();
  return { events: await eventsBetween(tx, last.xact, next, null, null), sealedBelow: next };
}

/**
 * Extends the tenant's hash chain by the audit events whose transactions have all ended, in order of transaction. It runs
 * beside the requests and serialises none of them.
 *
 * @returns how many events were sealed
 */
export async function sealChain(tx: TenantTx): Promise<number> {
  const end = await lockChain(tx);
  const { events, sealedBelow } = await nextPortion(tx, end.sealedBelow, await sealHorizon(tx));
  let { sequence, hash } = end;
  const links = events.map(({ xact: _xact, ...event }) => {
    sequence += 1n;
    hash = linkHash(hash, event);
    return { sequence, eventId: event.id, hash };
  });
  await extendChain(tx, links, { sealedBelow, sequence, hash });
  return links.length;
}
