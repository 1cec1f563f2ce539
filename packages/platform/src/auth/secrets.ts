import { createHash } from 'node:crypto';
import type { Config } from '../config.ts';

/** What a secret is called in what it has encrypted: it follows from the secret, so it stays when another becomes the current one. */
const versionOf = (secret: string): number => createHash('sha256').update(secret).digest().readUInt32BE();

/**
 * The secrets of Better Auth: the current one signs and encrypts; what those before it have encrypted is still understood.
 * What they have signed is not, so that a secret that is known to somebody lets nobody in.
 */
export function secretsOf({ AUTH_SECRET, AUTH_PREVIOUS_SECRETS }: Pick<Config, 'AUTH_SECRET' | 'AUTH_PREVIOUS_SECRETS'>) {
  const secrets = [AUTH_SECRET, ...AUTH_PREVIOUS_SECRETS].map((value) => ({ version: versionOf(value), value }));
  // What names no version was encrypted before there were several.
  return { secrets, secret: secrets.at(-1)?.value ?? AUTH_SECRET };
}
