import pg from 'pg';

/** A database: its URL, or what pg is told beside one. */
export type Target = string | pg.ClientConfig;

/** One connection for as long as some work takes. */
export async function withClient<T>(target: Target, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(target);
  // One that breaks is told by the statement that needed it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
