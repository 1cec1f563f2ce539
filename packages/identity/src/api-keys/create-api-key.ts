import { AtlasError } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { createApiKey as route } from '../contract/api-keys.ts';
import { issueKey } from './issue-key.ts';

export const createApiKey = command(route, async (tx, input) => {
  if (input.expiresAt !== null && input.expiresAt <= tx.ctx.now)
    throw new AtlasError('identity.expires_too_soon', 'A key expires in the future, or not at all.');
  return issueKey(tx, input);
});
