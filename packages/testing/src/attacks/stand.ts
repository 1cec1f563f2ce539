import { uuidv7 } from '@atlas/kernel';
import { type Api, startApi } from '../api/index.ts';
import { type Answer, password, type Sent } from '../api/visitor.ts';

/** Redis database of these tests; nobody empties it. */
export const redisDatabase = 7;

/** The real API with the limits of production, behind a proxy that it trusts: us. */
export const startStrictApi = (more: Readonly<Record<string, string>> = {}): Promise<Api> =>
  startApi(redisDatabase, { RATE_LIMIT_FACTOR: '1', TRUSTED_PROXIES: '127.0.0.1', ...more });

let lastAddress = 0;

/** An address that nobody else in these tests has, in a network that is for documents. */
export const newAddress = (): string => {
  lastAddress += 1;
  return `2001:db8:${Math.floor(Math.random() * 65_535).toString(16)}:${lastAddress.toString(16)}::1`;
};

export const newEmail = (): string => `${uuidv7()}@example.com`;

/** Someone without cookies at an address of their own. */
export const strangerAt = (api: Api, address = newAddress()) => ({
  send: (method: string, path: string, sent: Sent = {}): Promise<Answer> =>
    api.visitor().send(method, path, { ...sent, headers: { 'X-Forwarded-For': address, ...sent.headers } }),
  signIn: (email: string, secret = password): Promise<Answer> =>
    api.visitor().send('POST', '/api/auth/sign-in/email', {
      body: { email, password: secret },
      headers: { 'X-Forwarded-For': address },
    }),
});

/** An endpoint of Better Auth that is reached over HTTP. */
export type AuthEndpoint = { readonly method: 'GET' | 'POST'; readonly path: string };

type Described = { path?: string; options?: { method?: string | string[]; metadata?: { SERVER_ONLY?: boolean } } };

/** Every endpoint below `/api/auth`, with its parameters filled in. */
export const authEndpoints = ({ resources }: Api): AuthEndpoint[] =>
  (Object.values(resources.auth.better.api) as unknown as Described[]).flatMap(({ path, options }) => {
    if (!path || options?.metadata?.SERVER_ONLY) return [];
    const filled = `/api/auth${path.replace(/:\w+/g, 'x')}`;
    return [options?.method ?? []]
      .flat()
      .flatMap((method) => (method === 'GET' || method === 'POST' ? [{ method, path: filled }] : []));
  });
