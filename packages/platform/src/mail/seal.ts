import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keys that follow from AUTH_SECRET, one for each purpose: none tells of another. */
export const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'atlas', `atlas:${purpose}`, 32));

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

export type Seal = { close(text: string): string; open(sealed: string): string };

/** Seals text with AES-256-GCM, so that what lies in the database can be neither read nor changed. */
export function sealWith(key: Buffer): Seal {
  return {
    close: (text) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
    },
  };
}

/** Names a text without telling it: only who has the key can find it again, or try guesses. */
export const keyedHash = (key: Buffer, text: string): string => createHmac('sha256', key).update(text).digest('base64url');

/** The seal of mails that wait in the outbox. Opens what was closed with secrets of before, too. */
export function mailSeal(secret: string, previous: readonly string[] = []): Seal {
  const seals = [secret, ...previous].map((each) => sealWith(keyFor(each, 'mail')));
  const openWith = ([seal, ...others]: readonly Seal[], sealed: string): string => {
    if (seal === undefined) throw new Error('nobody here has closed this mail');
    try {
      return seal.open(sealed);
    } catch (error) {
      if (others.length === 0) throw error;
      return openWith(others, sealed);
    }
  };
  return { close: sealWith(keyFor(secret, 'mail')).close, open: (sealed) => openWith(seals, sealed) };
}

/** Names an e-mail address in lists that outlive its mails. */
export const addressHash = (secret: string): ((address: string) => string) => {
  const key = keyFor(secret, 'mail-address');
  return (address) => keyedHash(key, address.trim().toLowerCase());
};
