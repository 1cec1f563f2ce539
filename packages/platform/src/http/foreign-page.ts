import type { IncomingMessage } from 'node:http';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a page that is none of ours sent a request that may change something. Browsers say where such a request comes
 * from: by Origin or, should that be missing, by Sec-Fetch-Site. A program without either has no cookies of anybody else.
 */
export function isFromForeignPage({ method = '', headers }: IncomingMessage, trustedOrigins: readonly string[]): boolean {
  if (safeMethods.has(method)) return false;
  const { origin } = headers;
  if (origin !== undefined) return !trustedOrigins.includes(origin);
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
