import { isQuery, pathParameters, type Route } from '@atlas/contract';
import type { Answer, Sent, Visitor } from '../api/index.ts';
import type { Input } from '../laws/scenario.ts';

/** A file of a scenario as text. */
async function textOf(content: unknown): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function bodyOf(route: Route, input: Input): Promise<Sent> {
  if (route.method === 'GET' || route.method === 'DELETE') return {};
  if (route.body !== 'binary') return { body: input };
  return { body: await textOf(input.content), headers: { 'Content-Type': 'application/octet-stream' } };
}

/** Sends one flat input as the route's contract says: path, query or body, and If-Match. */
export async function sendTo(visitor: Visitor, route: Route, input: Input, headers: Sent['headers'] = {}): Promise<Answer> {
  const inPath = new Set(pathParameters(route.path));
  const versioned = !isQuery(route) && 'version' in route.input.shape;
  const rest = Object.fromEntries(
    Object.entries(input).filter(
      ([name, value]) => !inPath.has(name) && !(versioned && name === 'version') && value !== undefined,
    ),
  );
  let path = `/v1${route.path}`;
  for (const name of inPath) path = path.replace(`{${name}}`, encodeURIComponent(String(input[name])));
  if (route.method === 'GET' || route.method === 'DELETE') {
    const query = new URLSearchParams(Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]));
    path += `?${query}`;
  }
  const sent = await bodyOf(route, rest);
  const ifMatch = versioned ? { 'If-Match': `"${String(input.version)}"` } : {};
  return visitor.send(route.method, path, { ...sent, headers: { ...sent.headers, ...ifMatch, ...headers } });
}
