import type { IncomingMessage } from 'node:http';
import { isQuery, pathParameters, type Route } from '@atlas/contract';
import { AtlasError } from '@atlas/kernel';
import type { Response } from 'express';
import { requireFresh } from '../auth/step-up.ts';
import type { Ctx } from '../context.ts';
import type { Callable } from '../operation.ts';
import { requireRoute } from '../workspace/standing.ts';
import { jsonWriterOf } from './json-writer.ts';
import type { AtlasRequest } from './request.ts';

const idempotencyKeyShape = /^[\x21-\x7e]{1,200}$/;

/** `"3"` → 3. @throws AtlasError `precondition_required`, `validation_failed` */
function versionOf(header: string | undefined): number {
  if (header === undefined) throw new AtlasError('precondition_required', 'Send the ETag of the version you edited as If-Match.');
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new AtlasError('validation_failed', 'If-Match is not an ETag of this resource.');
  return Number(match[1]);
}

/** Whether a request was sent with a body, read or not. */
export const carriesBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** @throws AtlasError `unsupported_body` when JSON is sent as something else, or a file as JSON */
function checkBodyKind(route: Route, request: AtlasRequest): void {
  const parsed = request.body !== undefined;
  if (route.body === 'binary' && parsed) throw new AtlasError('unsupported_body', 'Send the file as it is, not as JSON.');
  if (route.body !== 'binary' && !parsed && carriesBody(request))
    throw new AtlasError('unsupported_body', 'Send the body as application/json.');
}

/** One flat input: query string or body, path parameters by name, the version from If-Match. */
export function inputOf(route: Route, request: AtlasRequest): Record<string, unknown> {
  const fromUrl = route.method === 'GET' || route.method === 'DELETE';
  if (!fromUrl) checkBodyKind(route, request);
  const body: unknown = fromUrl ? request.query : route.body === 'binary' ? { content: request } : request.body;
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) {
    throw new AtlasError('malformed_json', 'The body must be a JSON object.');
  }
  const input: Record<string, unknown> = { ...body };
  for (const name of pathParameters(route.path)) input[name] = request.params[name];
  if (!isQuery(route) && 'version' in route.input.shape) input.version = versionOf(request.get('if-match'));
  return input;
}

function checkIdempotencyKey(route: Route, request: AtlasRequest): void {
  if (route.method !== 'POST') return;
  const key = request.get('idempotency-key');
  if (key === undefined)
    throw new AtlasError('idempotency_key_required', 'Send an Idempotency-Key header: any text that is new for each request.');
  if (!idempotencyKeyShape.test(key))
    throw new AtlasError('validation_failed', 'An Idempotency-Key has 1 to 200 printable characters.');
}

/** The ETag of an answer that has a version. */
function etagOf(output: unknown): string | null {
  const version = (output as { version?: unknown } | null)?.version;
  return typeof version === 'number' ? `"${version}"` : null;
}

/**
 * What an administrator never does in the name of somebody else: what is dangerous, and who may do what.
 *
 * @throws AtlasError `impersonating`
 */
function refuseImpersonator({ actor }: Ctx, route: Route): void {
  if (actor.impersonatorId === undefined) return;
  if (route.fresh || (!isQuery(route) && route.name.startsWith('identity.')))
    throw new AtlasError('impersonating', 'This is not possible while acting as somebody else.');
}

/** Answers one request by its operation. */
export async function answer(operation: Callable, request: AtlasRequest, response: Response): Promise<void> {
  const { route } = operation;
  const { ctx, standing } = request;
  if (!ctx || !standing) throw new AtlasError('unauthenticated', 'Sign in first.');
  requireRoute(standing, route);
  refuseImpersonator(ctx, route);
  if (route.fresh) requireFresh(request.authenticatedAt);
  checkIdempotencyKey(route, request);
  const output = await (operation.unchecked ?? operation)(ctx, inputOf(route, request));
  const etag = etagOf(output);
  if (etag !== null) response.setHeader('ETag', etag);
  if (etag !== null && isQuery(route) && request.get('if-none-match') === etag) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(jsonWriterOf(route)(output));
}
