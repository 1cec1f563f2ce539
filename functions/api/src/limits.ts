import type { Config } from '@atlas/platform';

/** What one connection, one request and one body may take, so that nobody takes it from everybody else. */
export const limits = {
  /** All header lines of a request together. */
  headerBytes: 16_384,
  /** A JSON body: a thousand invoices fit. Files are streamed past this. */
  jsonBytes: 5_000_000,
  /** What people send to sign in, and to name a workspace. */
  authBytes: 16_384,
  /** Objects, lists and their members in one JSON body: checking one value costs more than its bytes. */
  jsonValues: 200_000,
  jsonDepth: 64,
  /** A connection that waits for its next request. */
  keepAliveMs: 30_000,
  /** A connection on which nothing moves, in neither direction; no statement runs longer than half of it. */
  idleMs: 60_000,
  /** How often clocks are looked at. */
  clockMs: 1000,
  /** Connections that the system keeps until we take them: a burst is not made to wait for a second try. */
  waiting: 4096,
  /** Connections beyond the limit that are being told to come back. One more is closed without a word. */
  leaving: 8000,
  /** A connection that was told to go, for its last words to arrive. */
  lingerMs: 1000,
  /** Requests that are still being answered when the API is asked to stop. */
  drainMs: 5000,
} as const;

export type ServerLimits = {
  /** Open connections. Everyone beyond them is told to come back. */
  readonly connections: number;
  /** Until the head of a request is complete. */
  readonly headersMs: number;
  /** Until a request is complete: a file of 100 MB over a slow line. Answered and read it is after twice that. */
  readonly requestMs: number;
};

/** The limits that depend on the machine and the lines to it. */
export const serverLimits = (config: Config): ServerLimits => ({
  connections: config.API_MAX_CONNECTIONS,
  headersMs: config.API_HEADERS_SECONDS * 1000,
  requestMs: config.API_REQUEST_SECONDS * 1000,
});
