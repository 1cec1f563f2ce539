import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { FunctionPool } from './pool.ts';

/** Limits of AWS: payload of an HTTP API, payload of an invocation, and how long an integration may take. */
const mostBytes = { http: 10 * 1024 * 1024, lambda: 6 * 1024 * 1024 };
const integrationMs = 30_000;

type Answer = {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
};

const textual = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|javascript|x-www-form-urlencoded))/;

/** Headers of API Gateway: lower case, several of a name joined by commas. */
const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined || name === 'cookie' ? [] : [[name, [value].flat().join(',')]],
    ),
  );

/** API Gateway decodes paths; one that cannot be is passed on as it came. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** An HTTP request as an event of payload format 2.0. */
function eventOf(request: IncomingMessage, body: Buffer): unknown {
  const [rawPath = '/', rawQueryString = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const query = [...new URLSearchParams(rawQueryString)];
  const grouped = Object.fromEntries(
    query.map(([name]) => [
      name,
      query
        .filter(([each]) => each === name)
        .map(([, v]) => v)
        .join(','),
    ]),
  );
  const isText = textual.test(request.headers['content-type'] ?? '');
  const cookies = request.headers.cookie?.split('; ');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: decoded(rawPath),
    rawQueryString,
    headers: headersOf(request),
    ...(cookies ? { cookies } : {}),
    ...(query.length > 0 ? { queryStringParameters: grouped } : {}),
    requestContext: {
      accountId: '123456789012',
      apiId: 'local',
      domainName: request.headers.host ?? '',
      domainPrefix: 'local',
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: new Date().toISOString(),
      timeEpoch: Date.now(),
    },
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

const refuse = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
};

function pass(
  response: ServerResponse,
  { statusCode = 200, headers = {}, cookies = [], body = '', isBase64Encoded }: Answer,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.writeHead(statusCode).end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}

export type Gateway = { readonly url: string; readonly port: number; close(): Promise<void> };

/** An HTTP API of API Gateway before one function, on loopback: HTTP into events and back, within AWS's limits. */
export async function openGateway(functions: FunctionPool, port = 0): Promise<Gateway> {
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    if (body.length > mostBytes.http) return refuse(response, 413, 'Request Entity Too Large');
    const event = eventOf(request, body);
    if (Buffer.byteLength(JSON.stringify(event)) > mostBytes.lambda) return refuse(response, 413, 'Request Too Long');
    const late = AbortSignal.timeout(integrationMs);
    const outcome = await Promise.race([
      functions.invoke(event),
      once(late, 'abort').then(() => ({ ok: false, error: 'Integration timed out' }) as const),
    ]);
    if (!outcome.ok)
      return refuse(
        response,
        outcome.error.includes('timed out') ? 503 : 500,
        outcome.error.includes('timed out') ? 'Service Unavailable' : 'Internal Server Error',
      );
    if (Buffer.byteLength(JSON.stringify(outcome.payload)) > mostBytes.lambda)
      return refuse(response, 500, 'Internal Server Error');
    return pass(response, outcome.payload as Answer);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
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
