import { createHmac, randomUUID } from 'node:crypto';
import type { Resources } from '@atlas/api';
import { type Output, type Route, workspaceHeader } from '@atlas/contract';
import { AtlasError, type Role } from '@atlas/kernel';
import { modules } from '@atlas/modules';
import { type Actor, accessKey, type Callable, goodStanding, houseTenantId, permissionsOf } from '@atlas/platform';
import { type HttpRequest, requestOf } from '@atlas/sdk';
import { afterAll } from 'vitest';
import { type Api, startApi } from '../api/index.ts';
import { asAdministrator } from '../database.ts';
import { newMember } from '../members.ts';
import { environmentOn, webOrigin } from '../services/program.ts';
import type { CtxOptions, World } from '../world.ts';

const permissions = permissionsOf(modules);
const { AUTH_SECRET: secret } = environmentOn({ urls: { app: '', relay: '', auth: '' }, redisUrl: '', storageFolder: '' });

/**
 * A session of somebody, and the cookie of its browser. Redis knows it from the beginning, as of anybody who has just signed
 * in, so that roles are read there and nowhere else.
 */
async function signedIn({ auth }: Resources, userId: string, tenantId: string): Promise<string> {
  const token = randomUUID();
  const now = new Date().toISOString();
  const session = {
    userId,
    createdAt: now,
    authenticatedAt: now,
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    activeOrganizationId: tenantId,
  };
  await asAdministrator(
    `with person as (
       insert into identity.users (id, name, email) values ($1, 'Grace', $1::uuid::text || '@example.com') on conflict do nothing
     ) insert into identity.sessions (id, token, user_id, expires_at, active_organization_id, updated_at)
       values (gen_random_uuid(), $2, $1, now() + interval '1 hour', $3, now())`,
    [userId, token, tenantId],
  );
  await auth.copies.keep(token, { session, user: { email: `${userId}@example.com`, name: 'Grace' } }, Date.now());
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `atlas.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

/** Roles that allow what the actor may. */
const rolesOf = ({ roles, may }: Actor): readonly Role[] =>
  roles ?? [
    {
      code: 'as_told',
      name: 'As told',
      grants: permissions.filter(({ name }) => may(name)).map(({ name }) => ({ permission: name, scope: 'all' })),
    },
  ];

async function bytesOf(content: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** In a query string everything is text. */
const textual = (route: Route, input: Record<string, unknown>): Record<string, unknown> =>
  route.method === 'GET' || route.method === 'DELETE'
    ? Object.fromEntries(
        Object.entries(input).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))) : value,
        ]),
      )
    : input;

/** What would be sent. @throws AtlasError for what no client can put into a request */
async function requestFor(route: Route, input: Record<string, unknown>, key: string | undefined): Promise<HttpRequest> {
  const sendable = route.body === 'binary' ? { ...input, content: await bytesOf(input.content) } : textual(route, input);
  try {
    const request = requestOf(route, sendable, key ?? randomUUID());
    if (key !== undefined) request.headers['idempotency-key'] = key;
    // An empty name leads to another address, and a line break out of the header.
    if (/\/(\/|\?|$)/.test(request.path)) throw new TypeError('an empty parameter');
    new Headers(request.headers);
    return request;
  } catch (cause) {
    throw new AtlasError('validation_failed', 'This cannot be sent.', {}, { cause });
  }
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  if (!response.headers.get('content-type')?.includes('problem+json'))
    throw new Error(`${response.status} ${text.slice(0, 300)}`);
  const { code, detail, ...details } = JSON.parse(text) as { code: string; detail: string };
  throw new AtlasError(code, detail, details);
}

let api: Promise<Api> | undefined;
afterAll(async () => (await api)?.close());

/** The same world, where everything is asked of the API by whoever it is that asks. In the house nobody has roles to choose. */
export async function overHttp(world: World): Promise<World> {
  if (world.tenantId === houseTenantId) return world;
  api ??= startApi(15);
  const { url, resources } = await api;
  const { tenantId, userId } = world;
  await newMember(world, 'owner', userId);
  let owner: Promise<string> | undefined;
  const cookies = new WeakMap<Actor, Promise<string>>();
  /** The cookie of an actor, whose roles are what they are until another one of the same name asks. */
  const cookieOf = async (actor: Actor | undefined): Promise<string> => {
    const access = actor ? { role: '', ready: [], custom: rolesOf(actor) } : { role: 'owner', ready: [], custom: [] };
    const copy = JSON.stringify({ ...access, standing: goodStanding });
    await resources.redis.set(accessKey(tenantId, actor?.id ?? userId), copy, 'EX', 60);
    if (!actor) {
      owner ??= signedIn(resources, userId, tenantId);
      return owner;
    }
    const cookie = cookies.get(actor) ?? signedIn(resources, actor.id ?? userId, tenantId);
    cookies.set(actor, cookie);
    return cookie;
  };
  const ask = async ({ method, path, headers, body }: HttpRequest, actor: Actor | undefined): Promise<unknown> => {
    const cookie = await cookieOf(actor);
    const init = { method, headers: { ...headers, cookie, origin: webOrigin, [workspaceHeader]: tenantId } };
    return answerOf(await fetch(`${url}${path}`, body === undefined ? init : { ...init, body }));
  };
  /** An instance that Redis did not answer in time asks PostgreSQL, which knows nothing of these roles. */
  const isStranger = (error: unknown): boolean => error instanceof AtlasError && error.code === 'not_a_member';
  const run = async <R extends Route>(
    operation: Callable<R>,
    input: unknown,
    { key, actor }: CtxOptions = {},
  ): Promise<Output<R>> => {
    const request = await requestFor(operation.route, input as Record<string, unknown>, key);
    const answer = await ask(request, actor).catch((error: unknown) => {
      if (isStranger(error)) return ask(request, actor);
      throw error;
    });
    return answer as Output<R>;
  };
  return { ...world, run };
}
