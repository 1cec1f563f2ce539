import type { TenantTx } from '../db/tenant-tx.ts';
import { type AuditEventRow, eventsBetween, extendChain, linkHash, lockChain, sealHorizon } from './audit.repository.ts';

/** Events a call seals at most: a transaction stays short. */
const batch = 2000;

/**
 * Extends the tenant's hash chain by the audit events whose transactions have all ended, in order of transaction. It runs
 * beside the requests and serialises none of them.
 *
 * @returns how many events were sealed
 */
export async function sealChain(tx: TenantTx): Promise<number> {
  const end = await lockChain(tx);
  const horizon = await sealHorizon(tx);
  const rows = await eventsBetween(tx, end.sealedBelow, horizon, null, batch + 1);
  const whole = rows.length <= batch;
  // A transaction is sealed whole: when the batch is full, its last transaction waits for the next call.
  const last = rows.at(-1);
  const events = whole || !last ? rows : rows.filter((event) => event.xact !== last.xact);
  let { sequence, hash } = end;
  const links = events.map(({ xact: _xact, ...event }) => {
    sequence += 1n;
    hash = linkHash(hash, event satisfies AuditEventRow);
    return { sequence, eventId: event.id, hash };
  });
  const sealedBelow = whole || !last ? horizon : last.xact;
  await extendChain(tx, links, { sealedBelow, sequence, hash });
  return links.length;
}
