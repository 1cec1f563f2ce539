import { command, found } from '@atlas/platform';
import { rotateApiKey as route } from '../contract/api-keys.ts';
import { endKey, lockKey } from './api-keys.repository.ts';
import { issueKey } from './issue-key.ts';
import { refuseEnded } from './refuse-ended.ts';

const hour = 3_600_000;

/** The successor can do what the key could; the key ends when the overlap does, or at its own end if that is sooner. */
export const rotateApiKey = command(route, async (tx, { id, overlapHours }) => {
  const old = found(await lockKey(tx, id), 'API key');
  refuseEnded(old, tx.ctx.now);
  const overlap = new Date(Date.parse(tx.ctx.now) + overlapHours * hour).toISOString();
  const endsAt = old.expiresAt !== null && old.expiresAt < overlap ? old.expiresAt : overlap;
  const lifetime = old.expiresAt === null ? null : Date.parse(old.expiresAt) - Date.parse(old.createdAt);
  const { serviceAccountId, name, permissions } = old;
  const expiresAt = lifetime === null ? null : new Date(Date.parse(tx.ctx.now) + lifetime).toISOString();
  const issued = await issueKey(tx, { serviceAccountId, name, permissions, expiresAt });
  endKey(tx, id, 'expires_at', endsAt);
  tx.record({ subjectId: id, before: old, after: { ...old, expiresAt: endsAt } });
  return issued;
});
