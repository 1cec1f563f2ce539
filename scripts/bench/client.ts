import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Stage } from './stage.ts';

export type Client = {
  /** The answer of a call, parsed. Throws on any status of 400 and above. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  close(): void;
};

/** A signed-in client over keep-alive connections, as cheap as node:http allows: its cost counts in every figure. */
export function clientOf(stage: Stage, cookie: string, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(stage.api);
  return {
    close: () => agent.destroy(),
    call: (method, path, body) =>
      new Promise((resolve, reject) => {
        const text = body === undefined ? undefined : JSON.stringify(body);
        const headers: Record<string, string | number> = { cookie, origin: stage.origin };
        if (text !== undefined)
          Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
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
        outgoing.end(text);
      }),
  };
}

/** Signs a person up, makes a workspace with open books and answers the cookie of the session. */
export async function signUp(stage: Stage): Promise<string> {
  let cookie = '';
  const post = async (path: string, body: unknown): Promise<Record<string, unknown>> => {
    const response = await fetch(`${stage.api}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: stage.origin, cookie, 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    return (await response.json()) as Record<string, unknown>;
  };
  await post('/api/auth/sign-up/email', { email: 'bench@atlas.example', password: 'correct horse battery', name: 'Bench' });
  await post('/api/auth/organization/create', { name: 'Bench', slug: 'bench' });
  await post('/v1/company', { name: 'Bench', baseCurrency: 'EUR', booksStartOn: '2025-01-01' });
  return cookie;
}
