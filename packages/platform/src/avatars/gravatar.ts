import { createHash } from 'node:crypto';

/** A picture that a browser can show. */
export type Picture = { readonly type: string; readonly bytes: Buffer };

/** Pictures only: what a browser would run, as SVG, is none. */
const types: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);
const pixels = 96;
const timeoutMs = 2000;
const maxBytes = 262_144;

/** What Gravatar knows an address by. */
export const gravatarHash = (email: string): string => createHash('sha256').update(email.trim().toLowerCase()).digest('hex');

/** @throws Error when there is more than a picture of this size can take */
async function readAtMost(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) throw new Error('this is no small picture');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * The picture that belongs to a hash, or null when there is none. It is asked for from here, so that Gravatar learns
 * nothing of who looks; it may not send us elsewhere.
 *
 * @throws Error when Gravatar is away, slow, or answers with something else than a small picture
 */
export async function fetchGravatar(url: string, hash: string): Promise<Picture | null> {
  const answer = await fetch(`${url}/avatar/${hash}?d=404&s=${pixels}`, {
    redirect: 'error',
    headers: { accept: [...types].join(', ') },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (answer.status === 404) {
    await answer.body?.cancel();
    return null;
  }
  const type = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (answer.status !== 200 || !types.has(type) || answer.body === null) {
    await answer.body?.cancel();
    throw new Error(`Gravatar answered ${answer.status} ${type}`);
  }
  return { type, bytes: await readAtMost(answer.body) };
}
