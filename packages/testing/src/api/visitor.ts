import { uuidv7 } from '@atlas/kernel';
import { webOrigin } from '../services/program.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
export type Answer = { readonly status: number; readonly headers: Headers; readonly text: string; readonly body: any };
export type Sent = {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

/** Someone with a browser: keeps cookies, sends the web app's origin. */
export type Visitor = {
  cookie(): string;
  setCookie(value: string): void;
  send(method: string, path: string, sent?: Sent): Promise<Answer>;
};

export type Person = Visitor & { readonly email: string };

export const password = 'correct horse battery';

/** Someone at an API's address who has no cookies yet. */
export function newVisitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = async (method: string, path: string, { body, headers = {}, signal }: Sent = {}): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      ...(signal ? { signal } : {}),
      headers: {
        Origin: webOrigin,
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

export const createWorkspace = (visitor: Visitor, name: string): Promise<Answer> =>
  visitor.send('POST', '/api/auth/organization/create', { body: { name, slug: uuidv7() } });

/** Someone who has signed up and, when `workspace` is given, created one. Where mail is sent, its link is still to be opened. */
export async function signUp(url: string, workspace?: string): Promise<Person> {
  const visitor = newVisitor(url);
  const email = `${uuidv7()}@example.com`;
  await visitor.send('POST', '/api/auth/sign-up/email', { body: { email, password, name: 'Ada' } });
  if (workspace) await createWorkspace(visitor, workspace);
  return { ...visitor, email };
}
