import { connect, createServer, type Socket } from 'node:net';

export type DatabaseProxy = { readonly url: string; close(): Promise<void> };

const endTogether = (one: Socket, other: Socket): void => {
  one.on('close', () => other.destroy());
  one.on('error', () => other.destroy());
};

/**
 * Stands between clients and a database on a free port of loopback.
 *
 * @param join passes on what the two sides of a connection say
 */
export async function openProxy(databaseUrl: string, join: (client: Socket, upstream: Socket) => void): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: Number(target.port), host: target.hostname, noDelay: true });
    join(client, upstream);
    endTogether(client, upstream);
    endTogether(upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  return { url: url.toString(), close: () => new Promise((resolve) => server.close(() => resolve())) };
}
