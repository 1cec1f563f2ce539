import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const payload = z.object({ tenantId: z.uuid(), uploadId: z.uuid(), byteCount: z.int(), expiresAt: z.iso.datetime() });

/** What the bearer of a token may send, and until when. */
export type UploadPermit = z.output<typeof payload>;

/** Permits that only this deployment can write, as text that fits into an address. */
export function uploadTokens(secret: string) {
  const key = createHmac('sha256', secret).update('uploads').digest();
  const signatureOf = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    write(permit: UploadPermit): string {
      const text = Buffer.from(JSON.stringify(permit)).toString('base64url');
      return `${text}.${signatureOf(text).toString('base64url')}`;
    },
    /** The permit, or null when it is forged. */
    read(token: string): UploadPermit | null {
      const [text = '', signature = ''] = token.split('.');
      const given = Buffer.from(signature, 'base64url');
      const own = signatureOf(text);
      if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
      return payload.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    },
  };
}
