import { createHash, timingSafeEqual } from 'node:crypto';
import { AtlasError } from '@atlas/kernel';
import type { RequestHandler } from 'express';
import { addressOf, type ClientAddresses } from './client-ip.ts';

/** Headers that the edge writes over whatever a client sent: that a request came through it, and from whom (stacks/app/site.ts). */
const proofHeader = 'x-atlas-edge';
const viewerHeader = 'x-atlas-viewer';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Lets requests in that came through the edge, which alone knows the secret: nobody walks round the firewall there, or says
 * who they are. In a time that does not tell how much of the secret was right.
 */
export function onlyThroughEdge(secret: string): RequestHandler {
  const expected = digest(secret);
  return (request, _response, next) => {
    const given = request.headers[proofHeader];
    delete request.headers[proofHeader];
    if (!timingSafeEqual(digest(String(given ?? '')), expected))
      throw new AtlasError('forbidden', 'Atlas is reached at its own address only.');
    next();
  };
}

/**
 * Addresses of clients as the edge says them. For requests that are let in by `onlyThroughEdge` and no others: who hands them on
 * is the edge, which also writes where people are over what they say of it when they sign in (stacks/app/site-edge.ts).
 */
export const addressesAtEdge = (): ClientAddresses => ({
  clientIpOf: ({ headers }) => addressOf(String(headers[viewerHeader]))?.toString() ?? 'unknown',
  isTrustedPeer: () => true,
});
