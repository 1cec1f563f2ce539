import { createHash, randomUUID } from 'node:crypto';
import { S3Refusal } from './refusal.ts';

/** An object of the bucket. */
export type S3Object = { readonly body: Buffer; readonly type: string; readonly at: Date };

const leastPart = 5 * 1024 * 1024;

export const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;

/** Objects in memory, and the parts of those that are being uploaded. */
export function openBucket() {
  const objects = new Map<string, S3Object>();
  const begun = new Map<string, { readonly key: string; readonly type: string; readonly parts: Map<number, Buffer> }>();
  const upload = (id: string, key: string) => {
    const found = begun.get(id);
    if (found?.key !== key) throw new S3Refusal(404, 'NoSuchUpload', 'The specified upload does not exist.');
    return found;
  };
  return {
    objects: objects as ReadonlyMap<string, S3Object>,
    /** Uploads in parts that were neither completed nor aborted. */
    unfinished: (): number => begun.size,
    put: (key: string, body: Buffer, type: string) => void objects.set(key, { body, type, at: new Date() }),
    get(key: string): S3Object {
      const found = objects.get(key);
      if (!found) throw new S3Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
      return found;
    },
    remove: (key: string) => void objects.delete(key),
    begin(key: string, type: string): string {
      const id = randomUUID();
      begun.set(id, { key, type, parts: new Map() });
      return id;
    },
    part: (id: string, key: string, number: number, body: Buffer) => void upload(id, key).parts.set(number, body),
    /** @param listed numbers and ETags of the parts, in their order */
    complete(id: string, key: string, listed: readonly (readonly [number: number, etag: string])[]): Buffer {
      const { parts, type } = upload(id, key);
      const bodies = listed.map(([number, etag]) => {
        const body = parts.get(number);
        if (!body || etagOf(body) !== etag)
          throw new S3Refusal(400, 'InvalidPart', 'One or more of the specified parts could not be found.');
        return body;
      });
      if (bodies.slice(0, -1).some(({ length }) => length < leastPart))
        throw new S3Refusal(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
      const body = Buffer.concat(bodies);
      objects.set(key, { body, type, at: new Date() });
      begun.delete(id);
      return body;
    },
    abort: (id: string, key: string) => void (upload(id, key) && begun.delete(id)),
    /** What the lifecycle of the bucket does to what came in a day before this moment. */
    expire(now: Date): void {
      for (const [key, { at }] of objects)
        if (key.startsWith('incoming/') && now.getTime() - at.getTime() > 86_400_000) objects.delete(key);
    },
  };
}

export type Bucket = ReturnType<typeof openBucket>;
