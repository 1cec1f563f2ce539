import { once } from 'node:events';
import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createBrotliCompress } from 'node:zlib';
import type { Bucket } from './assets.ts';
import { brotli, compressed, isCompressed } from './compression.ts';

/** Who answers what at a site's one address. */
export type Routes = {
  readonly bucket: Bucket;
  /** URLs of servers, by the beginning of the paths that are theirs; `/` is for everything else. */
  readonly servers: Readonly<Record<string, string>>;
  /** Proof for servers that a request came this way. */
  readonly edgeSecret: string;
};

/** What concerns a connection and not a request. */
const perHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'proxy-connection', 'te', 'trailer']);

const endToEnd = (headers: IncomingMessage['headers']): IncomingMessage['headers'] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !perHop.has(name)));

function serverOf(path: string, servers: Routes['servers']): string | undefined {
  const begins = Object.keys(servers).filter((begin) => path === begin || path.startsWith(`${begin}/`));
  const [longest = '/'] = begins.toSorted((one, other) => other.length - one.length);
  return servers[longest];
}

/** On loopback everybody has the same address: who tests as several people says which, as if it were a proxy of theirs. */
const addressOf = ({ headers, socket }: IncomingMessage): string =>
  String(headers['x-forwarded-for'] ?? socket.remoteAddress)
    .split(', ')
    .at(-1) ?? '';

/** Where everybody is, on loopback. CloudFront says so to who signs people in (stacks/app/site-edge.ts). */
const place = { 'cloudfront-viewer-city': 'Frankfurt am Main', 'cloudfront-viewer-country': 'DE' };

/** Said with answers that do not say it themselves (stacks/app/site-edge.ts). */
export const usualHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** The viewer's headers, and what the edge writes over them (stacks/app/site.ts): who it is, and that they came this way. */
const onward = (request: IncomingMessage, origin: URL, edgeSecret: string) => ({
  ...endToEnd(request.headers),
  host: origin.host,
  'x-forwarded-host': request.headers.host,
  'x-forwarded-for': [request.headers['x-forwarded-for'], request.socket.remoteAddress].filter(Boolean).join(', '),
  ...(request.url?.startsWith('/api/') ? place : {}),
  'x-atlas-edge': edgeSecret,
  'x-atlas-viewer': addressOf(request),
});

function hand(request: IncomingMessage, answer: IncomingMessage, response: ServerResponse): Promise<void> {
  const { statusCode = 502 } = answer;
  const headers = endToEnd(answer.headers);
  if (request.method === 'HEAD' || !isCompressed(request.headers, headers))
    return pipeline(answer, response.writeHead(statusCode, headers));
  return pipeline(answer, createBrotliCompress(brotli), response.writeHead(statusCode, compressed(headers)));
}

export type Distribution = { close(): Promise<void> };

/** A distribution of CloudFront, on loopback: one address for files and servers, which keeps nothing that it is not told to. */
export async function openDistribution({ bucket, servers, edgeSecret }: Routes, port: number): Promise<Distribution> {
  const agent = new Agent({ keepAlive: true, timeout: 60_000 });
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    for (const [name, value] of Object.entries(usualHeaders)) response.setHeader(name, value);
    if (bucket.has(path)) return bucket.serve(path, request, response);
    const origin = new URL(serverOf(path, servers) ?? '');
    const { hostname, port: originPort } = origin;
    const asked = ask({
      agent,
      hostname,
      port: originPort,
      path: request.url,
      method: request.method,
      headers: onward(request, origin, edgeSecret),
    });
    asked.once('response', (answer) => hand(request, answer, response).catch(() => response.destroy()));
    asked.once('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    response.once('close', () => asked.destroy());
    request.pipe(asked);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    close: async () => {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}
