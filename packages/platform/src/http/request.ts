import { AtlasError } from '@atlas/kernel';
import type { Request } from 'express';
import type { PrincipalReader } from '../auth/principal.ts';
import { actorOf, type Roles } from '../auth/roles.ts';
import { type Ctx, contextOf } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { Storage } from '../storage/storage.ts';

export type AtlasRequest = Request & {
  requestId: string;
  ctx?: Ctx;
  /** When the person behind it last proved who they are. Nothing else proves anything. */
  authenticatedAt?: string;
};

export type Gate = {
  readonly db: Database;
  readonly storage: Storage;
  readonly principals: PrincipalReader;
  readonly roles: Roles;
  /** Origins that may send cookies with a request that changes something. */
  readonly trustedOrigins: readonly string[];
};

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Turns a request into a context. The tenant comes from the verified session and from nowhere else.
 *
 * @throws AtlasError `unauthenticated`, `no_workspace`, `forbidden` (a page of a stranger sent our cookie)
 */
export async function authenticate(gate: Gate, request: AtlasRequest): Promise<Ctx> {
  const principal = await gate.principals(request.headers.cookie);
  if (!principal) throw new AtlasError('unauthenticated', 'Sign in first.');
  const { origin } = request.headers;
  if (origin !== undefined && !safeMethods.has(request.method) && !gate.trustedOrigins.includes(origin)) {
    throw new AtlasError('forbidden', 'This page may not act for you.');
  }
  request.authenticatedAt = principal.authenticatedAt;
  if (principal.tenantId === null || principal.role === null)
    throw new AtlasError('no_workspace', 'Create or choose a workspace first.');
  const key = request.get('idempotency-key');
  return contextOf({
    db: gate.db,
    storage: gate.storage,
    tenantId: principal.tenantId,
    actor: actorOf(principal.userId, gate.roles(principal.role)),
    requestId: request.requestId,
    ...(key === undefined ? {} : { idempotencyKey: key }),
  });
}
