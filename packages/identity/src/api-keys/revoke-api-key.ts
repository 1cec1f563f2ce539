import { command, found } from '@atlas/platform';
import { apiKeyRevoked, revokeApiKey as route } from '../contract/api-keys.ts';
import { endKey, lockKey } from './api-keys.repository.ts';
import { refuseEnded } from './refuse-ended.ts';

export const revokeApiKey = command(route, async (tx, { id }) => {
  const before = found(await lockKey(tx, id), 'API key');
  refuseEnded(before, tx.ctx.now);
  const after = { ...before, revokedAt: tx.ctx.now };
  endKey(tx, id, 'revoked_at', tx.ctx.now);
  tx.record({ subjectId: id, before, after });
  tx.emit(apiKeyRevoked, { keyId: id, serviceAccountId: before.serviceAccountId, publicId: before.publicId });
  return after;
});
