import { AtlasError } from '@atlas/kernel';
import type { RequestHandler } from 'express';

const spoken = new Set(['1.0', '1.1']);

/**
 * Refuses what Node lets through and proxies may understand differently: versions that are not spoken here, and a
 * request for no host or for two.
 */
export const requestLine: RequestHandler = (request, response, next) => {
  const hosts = request.headersDistinct.host?.length ?? 0;
  const hostIsPlain = hosts === 1 || (hosts === 0 && request.httpVersion === '1.0');
  if (spoken.has(request.httpVersion) && hostIsPlain) return next();
  response.setHeader('Connection', 'close');
  throw new AtlasError('malformed_request', hostIsPlain ? 'HTTP/1.1 is spoken here.' : 'Send exactly one Host header.');
};
