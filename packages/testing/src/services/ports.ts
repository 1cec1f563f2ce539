import { createServer } from 'node:net';

/** A TCP port on loopback that is free now: the preferred one when it is, otherwise any. */
export async function freePort(preferred = 0): Promise<number> {
  const attempt = (port: number) =>
    new Promise<number | null>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(null));
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
      });
    });
  const port = (await attempt(preferred)) ?? (await attempt(0));
  if (port === null) throw new Error('no free port on 127.0.0.1');
  return port;
}
