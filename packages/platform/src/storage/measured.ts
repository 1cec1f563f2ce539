import { createHash } from 'node:crypto';
import { AtlasError } from '@atlas/kernel';
import type { ByteLimit } from './storage.ts';

/** A stream on its way, and what it came to when it has passed. */
export type Measured = {
  content(): AsyncGenerator<Uint8Array>;
  end(): { readonly byteCount: number; readonly sha256: string };
};

/** Counts and hashes a stream while it passes. Its end is @throws AtlasError with the code of the limit when it is larger */
export function measured(content: AsyncIterable<Uint8Array>, { bytes, code, advice = '' }: ByteLimit): Measured {
  const hash = createHash('sha256');
  let byteCount = 0;
  return {
    async *content() {
      for await (const chunk of content) {
        byteCount += chunk.length;
        if (byteCount > bytes)
          throw new AtlasError(code, `The file is larger than ${Math.floor(bytes / 1_000_000)} MB.${advice}`);
        hash.update(chunk);
        yield chunk;
      }
    },
    end: () => ({ byteCount, sha256: hash.digest('hex') }),
  };
}
