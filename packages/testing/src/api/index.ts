import type { AddressInfo } from 'node:net';
import { createApp, openResources, type Resources } from '@atlas/api';
import { uuidv7 } from '@atlas/kernel';
import { openLog, readConfig } from '@atlas/platform';
import { inject } from 'vitest';
import { asAdministrator, testDatabase } from '../database.ts';
import { testStorageFolder } from '../world.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string; readonly body: any };
export type Sent = { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };

/** Someone with a browser: keeps cookies, sends the web app's origin. */
export type Visitor = {
  cookie(): string;
  setCookie(value: string): void;
  send(method: string, path: string, sent?: Sent): Promise<Answer>;
};

export type Person = Visitor & { readonly email: string };

export type Api = {
  readonly url: string;
  readonly origin: string;
  readonly resources: Resources;
  visitor(): Visitor;
  /** Someone who has signed up and, when `workspace` is given, created one. */
  person(workspace?: string): Promise<Person>;
  /** Someone who was invited into the workspace of another and accepted. */
  member(owner: Visitor): Promise<Person>;
  close(): Promise<void>;
};

const origin = 'http://localhost:3000';
export const password = 'correct horse battery';

function newVisitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = async (method: string, path: string, { body, headers = {} }: Sent = {}): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        Origin: origin,
        ...(cookies.size > 0 ? { Cookie: cookie() } : {}),
        ...(method === 'POST' && path.startsWith('/v1') ? { 'Idempotency-Key': uuidv7() } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
  };
  return {
    cookie,
    setCookie: (value) => {
      cookies.clear();
      for (const part of value.split('; ')) cookies.set(...(part.split(/=(.*)/s).slice(0, 2) as [string, string]));
    },
    send,
  };
}

/** The real API on loopback, on this worker's database and a Redis database of its own. */
export async function startApi(redisDatabase: number): Promise<Api> {
  const { urls } = await testDatabase();
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_APP_URL: urls.app,
    DATABASE_RELAY_URL: urls.relay,
    DATABASE_AUTH_URL: urls.auth,
    REDIS_URL: `${inject('redisUrl')}/${redisDatabase}`,
    AUTH_SECRET: 'a secret that is only used in this test',
    PUBLIC_URL: origin,
    STORAGE_FOLDER: testStorageFolder(),
    LOG_LEVEL: 'silent',
  });
  const resources = openResources(config);
  const app = await createApp(config, openLog('api', 'silent'), resources);
  const server = await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const person = async (workspace?: string): Promise<Person> => {
    const visitor = newVisitor(url);
    const email = `${uuidv7()}@example.com`;
    await visitor.send('POST', '/api/auth/sign-up/email', { body: { email, password, name: 'Ada' } });
    if (workspace) {
      await visitor.send('POST', '/api/auth/organization/create', { body: { name: workspace, slug: uuidv7() } });
    }
    return { ...visitor, email };
  };
  const member = async (owner: Visitor): Promise<Person> => {
    const invited = await person();
    const { email } = invited;
    // An invitation is for whoever reads the mail: only a verified address accepts it.
    await asAdministrator('update identity.users set email_verified = true where email = $1', [email]);
    await invited.send('POST', '/api/auth/sign-in/email', { body: { email, password } });
    const { body } = await owner.send('POST', '/api/auth/organization/invite-member', { body: { email, role: 'member' } });
    await invited.send('POST', '/api/auth/organization/accept-invitation', { body: { invitationId: body.id } });
    return invited;
  };
  return {
    url,
    origin,
    resources,
    visitor: () => newVisitor(url),
    person,
    member,
    close: async () => {
      await app.close();
      await resources.close();
    },
  };
}
