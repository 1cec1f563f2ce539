import type { RequestHandler } from 'express';
import type { ClientAddresses } from './client-ip.ts';

/** The header in which sign-in reads where a client is, percent-encoded. It is overwritten on every request. */
export const clientPlaceHeader = 'x-atlas-client-place';

const mostLetters = 100;

/** CloudFront encodes what is not ASCII. What is no encoding was meant as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `Zürich, CH`, as the edge in front of Atlas says; null where it says nothing. */
export function placeIn(headers: Readonly<Record<string, string | string[] | undefined>>): string | null {
  const parts = ['cloudfront-viewer-city', 'cloudfront-viewer-country'].map((name) => headers[name]);
  const place = parts.filter((part) => typeof part === 'string' && part !== '').map((part) => decoded(String(part)));
  return place.length === 0 ? null : place.join(', ').slice(0, mostLetters).toWellFormed();
}

/** Writes on every request where its client is. Only a proxy of ours knows: anyone else may say anything. */
export function knowPlace({ isTrustedPeer }: ClientAddresses): RequestHandler {
  return (request, _response, next) => {
    const place = isTrustedPeer(request) ? placeIn(request.headers) : null;
    delete request.headers[clientPlaceHeader];
    if (place !== null) request.headers[clientPlaceHeader] = encodeURIComponent(place);
    next();
  };
}
