import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type RunningStandIn = { readonly url: string; close(): Promise<void> };

/** Speaks a vendor's protocol on loopback, so that what runs in production is what runs here. */
export type StandIn = {
  readonly name: string;
  /** Variable that asks for it in `npm start`; left out where it is always there. */
  readonly onlyWith?: string;
  /** What Atlas is configured with to meet the stand-in at this address instead of the vendor. */
  environmentAt(url: string): Readonly<Record<string, string>>;
  /** @param port 0 for any that is free */
  start(port: number): Promise<RunningStandIn>;
};

/** Listens on loopback. */
export async function listen(server: Server, port: number): Promise<RunningStandIn> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
