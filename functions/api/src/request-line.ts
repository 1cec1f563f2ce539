import type { IncomingMessage } from 'node:http';
import { AtlasError } from '@atlas/kernel';
import type { RequestHandler } from 'express';

const spoken = new Set(['1.0', '1.1']);

/** How often a header was sent. Node's own list by name would be made of all headers, for each request. */
function timesSent({ rawHeaders }: IncomingMessage, header: string): number {
  let times = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) if (rawHeaders[index]?.toLowerCase() === header) times += 1;
  return times;
}

/**
 * Refuses what Node lets through and proxies may understand differently: versions that are not spoken here, and a
 * request for no host or for two.
 */
export const requestLine: RequestHandler = (request, response, next) => {
  const hosts = timesSent(request, 'host');
  const hostIsPlain = hosts === 1 || (hosts === 0 && request.httpVersion === '1.0');
  if (spoken.has(request.httpVersion) && hostIsPlain) return next();
  response.setHeader('Connection', 'close');
  throw new AtlasError('malformed_request', hostIsPlain ? 'HTTP/1.1 is spoken here.' : 'Send exactly one Host header.');
};
