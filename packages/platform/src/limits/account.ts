import { createHash } from 'node:crypto';

/** An account as limits know it: nothing in Redis tells whose mail address it is. */
export const accountKeyOf = (email: string): string =>
  createHash('sha256').update(email.normalize('NFKC').trim().toLowerCase()).digest('base64url').slice(0, 22);
