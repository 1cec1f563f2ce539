import { connect, createServer, type Server } from 'node:net';

/** How long the proxy holds back what the server says, so that statements sent together are seen together. */
const heldMs = 8;

export type RoundTrips = { readonly url: string; reset(): void; count(): number; close(): Promise<void> };

/**
 * Stands between a client and PostgreSQL and counts round trips: each time the server answers after the client has
 * spoken. The answers are held back a little, as a network would.
 */
export async function countRoundTrips(databaseUrl: string): Promise<RoundTrips> {
  const target = new URL(databaseUrl);
  let trips = 0;
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let answered = true;
    client.on('data', (data) => {
      answered = false;
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      setTimeout(() => {
        if (!answered) trips += 1;
        answered = true;
        if (!client.destroyed) client.write(data);
      }, heldMs);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('close', () => other.destroy());
      one.on('error', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return {
    url: url.toString(),
    reset: () => {
      trips = 0;
    },
    count: () => trips,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
