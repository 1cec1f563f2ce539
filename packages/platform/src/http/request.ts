import { AtlasError } from '@atlas/kernel';
import type { Request } from 'express';
import type { People } from '../auth/people.ts';
import type { PrincipalReader } from '../auth/principal.ts';
import { type Ctx, contextOf } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { CallLimits } from '../limits/call-limits.ts';
import type { Policy } from '../policy/policy.ts';
import type { Storage } from '../storage/storage.ts';
import { isFromForeignPage } from './foreign-page.ts';

export type AtlasRequest = Request & {
  requestId: string;
  /** Where it comes from, by what trusted proxies say. */
  clientIp: string;
  ctx?: Ctx;
  /** When the person behind it last proved who they are. Nothing else proves anything. */
  authenticatedAt?: string;
};

export type Gate = {
  readonly db: Database;
  readonly storage: Storage;
  readonly principals: PrincipalReader;
  readonly people: People;
  readonly policy: Policy;
  /** Origins that may send cookies with a request that changes something. */
  readonly trustedOrigins: readonly string[];
  readonly limits: CallLimits;
};

/**
 * Turns a request into a context. The tenant comes from the verified session and from nowhere else.
 *
 * @throws AtlasError `unauthenticated`, `no_workspace`, `forbidden` (a page of a stranger sent our cookie),
 *   `too_many_requests`
 */
export async function authenticate(gate: Gate, request: AtlasRequest): Promise<Ctx> {
  const principal = await gate.principals(request.headers.cookie);
  if (!principal) {
    gate.limits.ofNobody(request.clientIp, request.res);
    throw new AtlasError('unauthenticated', 'Sign in first.');
  }
  if (isFromForeignPage(request, gate.trustedOrigins)) throw new AtlasError('forbidden', 'This page may not act for you.');
  request.authenticatedAt = principal.authenticatedAt;
  if (principal.tenantId === null || principal.access === null)
    throw new AtlasError('no_workspace', 'Create or choose a workspace first.');
  gate.limits.ofTenant(principal.tenantId, request.res);
  const key = request.get('idempotency-key');
  return contextOf({
    db: gate.db,
    storage: gate.storage,
    tenantId: principal.tenantId,
    people: gate.people,
    actor: gate.policy.actorOf(principal.userId, gate.policy.rolesOf(principal.access)),
    requestId: request.requestId,
    ...(key === undefined ? {} : { idempotencyKey: key }),
  });
}
