import type { AddressOf } from '../auth/colleagues.ts';
import type { Redis } from '../cache/redis.ts';
import { fetchGravatar, gravatarHash, type Picture } from './gravatar.ts';

/** The picture of a person for someone who may know them; null for a stranger and for who has none. */
export type Avatars = (userId: string, viewerId: string) => Promise<Picture | null>;

const daySeconds = 86_400;
const restMs = 10_000;

const keyOf = (hash: string): string => `atlas:avatar:${hash}`;

/** `image/png\n` and the bytes; nothing at all for who has no picture. */
const packed = (picture: Picture | null): Buffer =>
  picture ? Buffer.concat([Buffer.from(`${picture.type}\n`), picture.bytes]) : Buffer.alloc(0);

function unpacked(kept: Buffer): Picture | null {
  const end = kept.indexOf('\n');
  return end < 0 ? null : { type: kept.subarray(0, end).toString(), bytes: kept.subarray(end + 1) };
}

/**
 * Pictures from Gravatar, kept in Redis for a day, also that there is none. Without Redis they are fetched each time.
 * A Gravatar that failed is left alone for a moment, so that no page waits for it again and again.
 */
export function openAvatars(url: string, redis: Redis, addressOf: AddressOf): Avatars {
  let restsUntil = 0;
  const fetching = new Map<string, Promise<Picture | null>>();

  const fetched = async (hash: string): Promise<Picture | null> => {
    if (Date.now() < restsUntil) return null;
    try {
      const picture = await fetchGravatar(url, hash);
      await redis.set(keyOf(hash), packed(picture), 'EX', daySeconds).catch(() => undefined);
      return picture;
    } catch {
      restsUntil = Date.now() + restMs;
      return null;
    }
  };
  /** A page shows somebody several times: they are fetched once. */
  const fetchedOnce = (hash: string): Promise<Picture | null> => {
    const running = fetching.get(hash) ?? fetched(hash).finally(() => fetching.delete(hash));
    fetching.set(hash, running);
    return running;
  };
  return async (userId, viewerId) => {
    const email = await addressOf(userId, viewerId);
    if (email === null) return null;
    const hash = gravatarHash(email);
    const kept = await redis.getBuffer(keyOf(hash)).catch(() => null);
    return kept ? unpacked(kept) : fetchedOnce(hash);
  };
}
