import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Door } from './stage.ts';

export type Client = {
  /** The answer of a call, parsed. Bytes are sent as a file, anything else as JSON. Throws on any status of 400 and above. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  close(): void;
};

/** A signed-in client over keep-alive connections, as cheap as node:http allows: its cost counts in every figure. */
export function clientOf(door: Door, cookie: string, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(door.api);
  return {
    close: () => agent.destroy(),
    call: (method, path, body) =>
      new Promise((resolve, reject) => {
        const isFile = body instanceof Uint8Array;
        const payload = isFile || body === undefined ? body : JSON.stringify(body);
        const headers: Record<string, string | number> = { cookie, origin: door.origin };
        if (payload !== undefined) {
          headers['content-type'] = isFile ? 'text/csv' : 'application/json';
          headers['content-length'] = Buffer.byteLength(payload);
        }
        if (method === 'POST') headers['idempotency-key'] = randomUUID();
        const outgoing = request({ agent, hostname, port, path, method, headers }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const answer = Buffer.concat(chunks).toString();
            if ((response.statusCode ?? 500) >= 400)
              reject(new Error(`${method} ${path}: ${response.statusCode} ${answer.slice(0, 300)}`));
            else resolve(JSON.parse(answer));
          });
        });
        outgoing.once('error', reject);
        outgoing.end(payload);
      }),
  };
}

/** Signs a person up, makes a workspace with open books and answers the cookie of the session. */
export async function signUp(door: Door, name = 'bench'): Promise<string> {
  let cookie = '';
  const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    const response = await fetch(`${door.api}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: door.origin, cookie, 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    return (await response.json()) as Record<string, unknown>;
  };
  await post('/api/auth/sign-up/email', { email: `${name}@atlas.example`, password: 'correct horse battery', name });
  await post('/api/auth/organization/create', { name, slug: name });
  await post('/v1/company', { name, baseCurrency: 'EUR', booksStartOn: '2025-01-01' });
  return cookie;
}
