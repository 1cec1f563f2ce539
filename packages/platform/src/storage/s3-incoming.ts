import { opened, type S3, type S3Place } from './s3-client.ts';
import { type Incoming, targetSeconds, type UploadSlot, uploadType } from './storage.ts';
import { slotKey } from './storage-key.ts';

/** Uploads that go to the bucket, at addresses whose signature covers key, size, type and time. The bucket forgets them itself. */
export function s3Incoming(client: S3, { bucket, prefix }: S3Place): Incoming {
  const objectOf = (slot: UploadSlot) => ({ Bucket: bucket, Key: `incoming/${prefix}/${slotKey(slot)}` });
  return {
    target: async (slot, byteCount) => {
      const { s3, getSignedUrl, PutObjectCommand } = await client();
      const expiresAt = new Date(Date.now() + targetSeconds * 1000).toISOString();
      const command = new PutObjectCommand({ ...objectOf(slot), ContentLength: byteCount, ContentType: uploadType });
      const url = await getSignedUrl(s3, command, {
        expiresIn: targetSeconds,
        signableHeaders: new Set(['host', 'content-length', 'content-type']),
        unhoistableHeaders: new Set(['content-length', 'content-type']),
      });
      return { url, method: 'PUT', headers: { 'content-type': uploadType }, expiresAt };
    },
    size: async (slot) => {
      const { s3, HeadObjectCommand, NotFound } = await client();
      try {
        return (await s3.send(new HeadObjectCommand(objectOf(slot)))).ContentLength ?? null;
      } catch (error) {
        if (error instanceof NotFound) return null;
        throw error;
      }
    },
    open: (slot) => opened(client, objectOf(slot)),
  };
}
