import { AtlasError, uuidv7 } from '@atlas/kernel';
import { found, newApiKey, type TenantTx } from '@atlas/platform';
import { apiKeyIssued } from '../contract/api-keys.ts';
import { refuseMoreThanOwn } from '../roles/more-than-own.ts';
import { type ApiKey, insertKey, lockAccount } from './api-keys.repository.ts';

type NewKey = Pick<ApiKey, 'serviceAccountId' | 'name' | 'permissions' | 'expiresAt'>;

/**
 * Issues a key to a service account.
 *
 * @throws AtlasError `not_found`, `identity.account_archived`, `identity.more_than_own`
 */
export async function issueKey(tx: TenantTx, wanted: NewKey): Promise<ApiKey & { key: string }> {
  const account = found(await lockAccount(tx, wanted.serviceAccountId), 'service account');
  if (account.archivedAt !== null) throw new AtlasError('identity.account_archived', `${account.name} was ended.`);
  // A key does without limits what it may do at all: nobody gives one what they are limited in themselves.
  refuseMoreThanOwn(
    tx.ctx.actor,
    wanted.permissions.map((permission) => ({ permission, scope: 'all' })),
  );
  const { text, publicId, digest } = newApiKey(tx.ctx.tenantId);
  const issued: ApiKey = { ...wanted, id: uuidv7(), publicId, createdAt: tx.ctx.now, revokedAt: null, lastUsedAt: null };
  insertKey(tx, issued, digest);
  tx.record({ subjectId: issued.id, after: issued });
  tx.emit(apiKeyIssued, { keyId: issued.id, serviceAccountId: account.id, publicId });
  return { ...issued, key: text };
}
