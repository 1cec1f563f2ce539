import { createServer } from 'node:net';

/** Listens for a moment. Answers the port, null when it is taken; an address that the machine lacks takes nothing. */
function attempt(port: number, host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT' ? port : null);
    });
    server.listen({ port, host, ipv6Only: host === '::1' }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

/**
 * A TCP port that is free now: the preferred one when it is, otherwise any. Free on both loopback addresses, because
 * `localhost` may mean either.
 */
export async function freePort(preferred = 0): Promise<number> {
  if (preferred !== 0 && (await attempt(preferred, '127.0.0.1')) && (await attempt(preferred, '::1'))) return preferred;
  const port = await attempt(0, '127.0.0.1');
  if (port === null) throw new Error('no free port on 127.0.0.1');
  return port;
}
