import { z } from 'zod';
import { id, instant } from './schemas.ts';

/** Where the bytes of one file are to be sent before it is used. */
export const upload = z
  .object({
    id,
    url: z
      .string()
      .meta({ description: 'Where to send the bytes, resolved against the address of the API. It is a credential.' }),
    method: z.literal('PUT'),
    headers: z.record(z.string(), z.string()).meta({ description: 'Headers to send as they are, besides Content-Length' }),
    expiresAt: instant.meta({ description: 'Until when the bytes may begin to come' }),
  })
  .meta({ id: 'Upload' });

/** What somebody says of a file that is to come. It is held to it when the file is used. */
export const announcedBytes = z.int().min(1).meta({ description: 'Bytes of the file, exactly' });
export const announcedHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in hexadecimal')
  .meta({ description: 'SHA-256 of the file, in hexadecimal: checked when given' });

/** What may be wrong with an upload when it is used. */
export const uploadErrors = ['upload_incomplete', 'upload_expired', 'upload_used'] as const;
