import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Answer, decoded, eventOf, pass, refuse } from './events.ts';
import type { FunctionPool } from './pool.ts';

const megabyte = 1024 * 1024;

/** What both ways in have in common: an invocation takes and answers 6 MB. */
const mostOfInvocation = 6 * megabyte;

/** A way in that AWS has for HTTP, and its limits. */
type WayIn = {
  readonly mostBytes: number;
  /** How long it waits for the function, whose own limit may be shorter. */
  readonly patienceMs: number;
  pathOf(path: string): string;
  /** What a client is told of a function that failed. */
  failed(error: string): readonly [status: number, message: string];
};

const httpApi: WayIn = {
  mostBytes: 10 * megabyte,
  patienceMs: 30_000,
  pathOf: decoded,
  failed: (error) => (error.includes('timed out') ? [503, 'Service Unavailable'] : [500, 'Internal Server Error']),
};

const functionUrl: WayIn = {
  mostBytes: mostOfInvocation,
  patienceMs: 900_000,
  pathOf: (path) => path,
  failed: () => [502, 'Internal Server Error'],
};

/** Whether an event or an answer is more than an invocation takes. A short body is known not to be: a character of it is six at most. */
const isTooLarge = (value: { readonly body?: string }): boolean =>
  (value.body?.length ?? 0) > mostOfInvocation / 8 && Buffer.byteLength(JSON.stringify(value)) > mostOfInvocation;

async function serve(way: WayIn, functions: FunctionPool, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await buffer(request);
  if (body.length > way.mostBytes) return refuse(response, 413, 'Request Entity Too Large');
  const event = eventOf(request, body, way.pathOf);
  if (isTooLarge(event)) return refuse(response, 413, 'Request Too Long');
  const late = AbortSignal.timeout(way.patienceMs);
  const outcome = await Promise.race([
    functions.invoke(event),
    once(late, 'abort').then(() => ({ ok: false, error: 'Integration timed out' }) as const),
  ]);
  if (!outcome.ok) return refuse(response, ...way.failed(outcome.error));
  const answer = outcome.payload as Answer;
  return isTooLarge(answer) ? refuse(response, ...way.failed('too large')) : pass(response, answer);
}

export type Gateway = { readonly url: string; readonly port: number; close(): Promise<void> };

async function open(way: WayIn, functions: FunctionPool, port: number): Promise<Gateway> {
  const server = createServer((request, response) => {
    serve(way, functions, request, response).catch(() => response.destroy());
  });
  // Who stands before it keeps connections for a minute: one that ends as it is used would be nobody's fault.
  server.keepAliveTimeout = 120_000;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    port: own,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await functions.close();
    },
  };
}

/** An HTTP API of API Gateway before one function, on loopback: HTTP into events and back, within AWS's limits. */
export const openGateway = (functions: FunctionPool, port = 0): Promise<Gateway> => open(httpApi, functions, port);

/** The URL of a function itself, on loopback: the same events, with limits of its own. */
export const openFunctionUrl = (functions: FunctionPool): Promise<Gateway> => open(functionUrl, functions, 0);
