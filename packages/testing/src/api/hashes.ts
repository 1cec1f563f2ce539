import type { Resources } from '@atlas/api';
import type { Config } from '@atlas/platform';
import { password } from './visitor.ts';

let hashed: Promise<string> | undefined;

/**
 * Lets the password that everyone in tests has be hashed once a process: a hash takes a tenth of a second of a core, on purpose.
 * Any other password takes its time, and so does this one where it is looked up in lists of stolen ones before it is hashed.
 */
export async function rememberHashes({ auth }: Resources, { BREACH_CHECK, NODE_ENV }: Config): Promise<void> {
  if (BREACH_CHECK ?? NODE_ENV === 'production') return;
  const { password: passwords } = await auth.better.$context;
  const { hash, verify } = passwords;
  passwords.hash = (plain) => {
    if (plain !== password) return hash(plain);
    hashed ??= hash(plain);
    return hashed;
  };
  passwords.verify = async (asked) => (asked.password === password && asked.hash === (await hashed)) || verify(asked);
}
