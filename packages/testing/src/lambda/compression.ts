import type { IncomingHttpHeaders } from 'node:http';
import { constants } from 'node:zlib';

const compressible = /^(?:text\/|image\/svg\+xml|application\/(?:[\w.-]+\+)?(?:json|xml|javascript))/;
const leastBytes = 1000;
const mostBytes = 10_000_000;

/** What CloudFront compresses on its way: text of some size, which is not compressed yet, for who can read it. */
export function isCompressed(viewer: IncomingHttpHeaders, answer: IncomingHttpHeaders): boolean {
  const size = Number(answer['content-length'] ?? 0);
  return (
    /\bbr\b/.test(String(viewer['accept-encoding'] ?? '')) &&
    compressible.test(answer['content-type'] ?? '') &&
    answer['content-encoding'] === undefined &&
    size >= leastBytes &&
    size <= mostBytes
  );
}

/** The headers of an answer that is compressed. */
export function compressed({ 'content-length': _, ...headers }: IncomingHttpHeaders): IncomingHttpHeaders {
  return { ...headers, 'content-encoding': 'br', vary: [headers.vary, 'Accept-Encoding'].filter(Boolean).join(', ') };
}

/** As hard as CloudFront tries. */
export const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
