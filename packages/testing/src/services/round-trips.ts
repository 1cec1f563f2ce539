import { type DatabaseProxy, openProxy } from './proxy.ts';

/** How long the proxy holds back what the server says, so that statements sent together are seen together. */
const heldMs = 8;

export type RoundTrips = DatabaseProxy & {
  reset(): void;
  /** How often a client had to wait for an answer. */
  count(): number;
  /** Statements that ended, those sent together counted one by one. */
  statements(): number;
};

/** Messages of the server that end a statement: CommandComplete, EmptyQueryResponse, ErrorResponse. */
const ends = new Set([...'CIE'].map((type) => type.charCodeAt(0)));

/** Counts statements in what a server says on one connection, wherever the network cut it. */
function statementsIn(): (data: Buffer) => number {
  let said = Buffer.alloc(0);
  return (data) => {
    said = Buffer.concat([said, data]);
    let ended = 0;
    for (let size = 0; said.length >= 5; said = said.subarray(size)) {
      size = 1 + said.readInt32BE(1);
      if (said.length < size) break;
      if (ends.has(said.readUInt8(0))) ended += 1;
    }
    return ended;
  };
}

/**
 * Stands between a client and PostgreSQL and counts round trips: each time the server answers after the client has
 * spoken. The answers are held back a little, as a network would.
 */
export async function countRoundTrips(databaseUrl: string): Promise<RoundTrips> {
  let trips = 0;
  let statements = 0;
  const proxy = await openProxy(databaseUrl, (client, upstream) => {
    const statementsOf = statementsIn();
    let answered = true;
    client.on('data', (data) => {
      answered = false;
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      setTimeout(() => {
        if (!answered) trips += 1;
        answered = true;
        statements += statementsOf(data);
        if (!client.destroyed) client.write(data);
      }, heldMs);
    });
  });
  return {
    ...proxy,
    reset: () => {
      trips = 0;
      statements = 0;
    },
    count: () => trips,
    statements: () => statements,
  };
}
