import pg from 'pg';
import { connectionOf, type Login } from '../db/login.ts';

export type OutboxListener = { stop(): Promise<void> };

/** Calls `wake` when a command has told something. Connects again for as long as it is not stopped. */
export function listenToOutbox(login: Login, wake: () => void, reconnectMs: number): OutboxListener {
  let stopped = false;
  let disconnect: () => Promise<void> = async () => undefined;

  const listen = async (): Promise<void> => {
    while (!stopped) {
      const client = new pg.Client({ ...connectionOf(login), application_name: 'atlas-relay-listen' });
      const closed = new Promise<void>((resolve) => {
        client.on('error', () => resolve());
        client.on('end', () => resolve());
      });
      client.on('notification', wake);
      disconnect = () => client.end().catch(() => undefined);
      await client
        .connect()
        .then(() => client.query('listen atlas_outbox'))
        .catch(() => client.end().catch(() => undefined));
      await closed;
      if (!stopped) await new Promise((resolve) => setTimeout(resolve, reconnectMs));
    }
  };

  const listening = listen();
  return {
    stop: async () => {
      stopped = true;
      await disconnect();
      await listening;
    },
  };
}
