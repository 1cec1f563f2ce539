import type { Method, Route } from '@atlas/contract';
import type { z } from 'zod';

/** What is sent where an operation reads a stream of bytes, such as a file. */
export type Bytes = Blob | Uint8Array<ArrayBuffer>;

type Sendable<I> = { [K in keyof I]: I[K] extends AsyncIterable<Uint8Array> ? Bytes : I[K] };

/** What a caller gives: fields with a default may be left out. */
export type CallInput<R extends Route> = Sendable<z.input<R['input']>>;

export type HttpRequest = { method: Method; path: string; headers: Record<string, string>; body: string | Bytes | undefined };

const parameterNames = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);

/** The path with its parameters filled in, and the fields that are left. */
function fillPath(path: string, input: Record<string, unknown>): [path: string, rest: Record<string, unknown>] {
  const rest = { ...input };
  let filled = path;
  for (const name of parameterNames(path)) {
    const value = rest[name];
    if (typeof value !== 'string' && typeof value !== 'number') throw new TypeError(`${path} needs ${name}`);
    filled = filled.replace(`{${name}}`, encodeURIComponent(value));
    delete rest[name];
  }
  return [filled, rest];
}

function queryString(fields: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null) continue;
    for (const each of Array.isArray(value) ? value : [value]) query.append(name, String(each));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** A call as HTTP: parameters in the path, the rest in the query string (GET, DELETE) or the body,
 * `content` as the body where that is binary, the version as If-Match. */
export function requestOf(route: Route, input: Record<string, unknown>, idempotencyKey: string): HttpRequest {
  const [path, rest] = fillPath(route.path, input);
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  if (route.method === 'POST') headers['idempotency-key'] = idempotencyKey;
  if (route.method !== 'GET' && 'version' in route.input.shape) {
    headers['if-match'] = `"${String(rest.version)}"`;
    delete rest.version;
  }
  const { method } = route;
  if (route.body === 'binary') {
    headers['content-type'] = 'application/octet-stream';
    return { method, path: `/v1${path}`, headers, body: rest.content as Bytes };
  }
  if (method === 'GET' || method === 'DELETE')
    return { method, path: `/v1${path}${queryString(rest)}`, headers, body: undefined };
  headers['content-type'] = 'application/json';
  return { method, path: `/v1${path}`, headers, body: JSON.stringify(rest) };
}
