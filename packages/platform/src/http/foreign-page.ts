import type { IncomingMessage } from 'node:http';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a page that is none of ours may have sent a request that may change something. Browsers say where such a request
 * comes from: by Origin or, should that be missing, by Sec-Fetch-Site. Cookies that come with neither come from no browser
 * of today; a program has a key. Without cookies nobody acts for anybody else.
 */
export function isFromForeignPage({ method = '', headers }: IncomingMessage, trustedOrigins: readonly string[]): boolean {
  if (safeMethods.has(method)) return false;
  const { origin } = headers;
  if (origin !== undefined) return !trustedOrigins.includes(origin);
  const site = headers['sec-fetch-site'];
  if (site === undefined) return headers.cookie !== undefined;
  return site !== 'same-origin' && site !== 'none';
}
