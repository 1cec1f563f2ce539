import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as a function gets it, as far as the front looks at it again. */
export type Event = Readonly<Record<string, unknown>> & { readonly body?: string };

/** What a function answers to an event of an HTTP request. */
export type Answer = {
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
export function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/**
 * An HTTP request as an event of payload format 2.0.
 *
 * @param pathOf what becomes of the path on its way
 */
export function eventOf(request: IncomingMessage, body: Buffer, pathOf: (path: string) => string): Event {
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
    rawPath: pathOf(rawPath),
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

/** An answer of the front itself. */
export const refuse = (response: ServerResponse, status: number, message: string): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }));
};

/** Hands a function's answer on. */
export function pass(
  response: ServerResponse,
  { statusCode = 200, headers = {}, cookies = [], body = '', isBase64Encoded }: Answer,
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  response.writeHead(statusCode).end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}
