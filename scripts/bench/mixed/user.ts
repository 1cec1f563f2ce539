import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Door } from '../stage.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape, read by those who asked
export type Answer = { readonly status: number; readonly body: any; readonly ms: number };

export type Sent = { readonly body?: unknown; readonly version?: number; readonly key?: string };

/** A signed-in person with one connection. */
export type User = {
  send(method: string, path: string, sent?: Sent): Promise<Answer>;
  close(): void;
};

const cookiesOf = (lines: readonly string[] | undefined): string =>
  (lines ?? []).map((line) => line.split(';')[0] ?? '').join('; ');

/** Someone without cookies yet; those that an answer sets are kept. */
export function newUser(door: Door): User {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(door.api);
  let cookie = '';
  const send: User['send'] = (method, path, { body, version, key = randomUUID() } = {}) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const headers = {
        cookie,
        origin: door.origin,
        ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        ...(method === 'POST' ? { 'idempotency-key': key } : {}),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      };
      const start = performance.now();
      const outgoing = request({ agent, hostname, port, path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const ms = performance.now() - start;
          cookie = cookiesOf(response.headers['set-cookie']) || cookie;
          const answer = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, body: answer === '' ? null : JSON.parse(answer), ms });
        });
        response.once('error', reject);
      });
      outgoing.once('error', reject);
      outgoing.end(text);
    });
  return { send, close: () => agent.destroy() };
}

/** An answer that setting the scene cannot do without. */
export async function must(user: User, method: string, path: string, body?: unknown): Promise<Answer['body']> {
  const answer = await user.send(method, path, body === undefined ? {} : { body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`);
  return answer.body;
}
