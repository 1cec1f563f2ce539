import { Readable } from 'node:stream';
import { measured } from './measured.ts';
import { opened, type S3Place, s3Client } from './s3-client.ts';
import { s3Incoming } from './s3-incoming.ts';
import type { Storage } from './storage.ts';
import { checkedKey, newKey } from './storage-key.ts';

/** A function takes events of 6 MB, in which bytes are written as base64. */
const mostDirectBytes = 4_000_000;

/** Storage in a bucket of S3, encrypted as the bucket has it. An object appears under its key only when it is complete. */
export function s3Storage(place: S3Place): Storage {
  const client = s3Client(place);
  const objectOf = (tenantId: string, key: string) => ({
    Bucket: place.bucket,
    Key: `${place.prefix}/${checkedKey(tenantId, key)}`,
  });
  return {
    put: async (tenantId, content, limit) => {
      const { Upload, s3 } = await client();
      const key = newKey(tenantId);
      const file = measured(content, limit);
      await new Upload({ client: s3, params: { ...objectOf(tenantId, key), Body: Readable.from(file.content()) } }).done();
      return { key, ...file.end() };
    },
    open: (tenantId, key) => opened(client, objectOf(tenantId, key)),
    remove: async (tenantId, key) => {
      const { s3, DeleteObjectCommand } = await client();
      await s3.send(new DeleteObjectCommand(objectOf(tenantId, key)));
    },
    incoming: s3Incoming(client, place),
    mostDirectBytes,
  };
}
