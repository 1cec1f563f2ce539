import { AtlasError } from '@atlas/kernel';
import type { Request } from 'express';
import type { Access } from '../auth/access.ts';
import type { Administrators } from '../auth/administrators.ts';
import type { KeyReader } from '../auth/key-reader.ts';
import type { People } from '../auth/people.ts';
import type { PrincipalReader } from '../auth/principal.ts';
import { type Actor, type Ctx, contextOf } from '../context.ts';
import type { Database } from '../db/database.ts';
import { isFeatureOn } from '../features.ts';
import { houseTenantId } from '../house.ts';
import type { CallLimits } from '../limits/call-limits.ts';
import { administratorRole } from '../policy/administrator-role.ts';
import type { Policy } from '../policy/policy.ts';
import type { Storage } from '../storage/storage.ts';
import { storageWithin } from '../trace/outside.ts';
import type { Span } from '../trace/span.ts';
import { goodStanding, requireEntry, type Standing } from '../workspace/standing.ts';
import { isFromForeignPage } from './foreign-page.ts';
import { refuseStranger, workspaceNamedIn } from './named-workspace.ts';

export type AtlasRequest = Request & {
  requestId: string;
  traceId: string;
  /** Where its trace is recorded. */
  span?: Span | null | undefined;
  /** What it asks for, once its route is found. */
  operation?: string;
  /** Where it comes from, by what trusted proxies say. */
  clientIp: string;
  ctx?: Ctx;
  /** How its workspace stands. */
  standing?: Standing;
  /** When the person behind it last proved who they are. Nothing else proves anything. */
  authenticatedAt?: string;
};

export type Gate = {
  readonly db: Database;
  readonly storage: Storage;
  readonly principals: PrincipalReader;
  readonly keys: KeyReader;
  readonly people: People;
  readonly policy: Policy;
  /** Of routes of the house. */
  readonly housePolicy: Policy;
  readonly administrators: Administrators;
  /** Origins that may send cookies with a request that changes something. */
  readonly trustedOrigins: readonly string[];
  readonly limits: CallLimits;
};

/** Who acts, and in which tenant. */
type Caller = { readonly tenantId: string; readonly actor: Actor; readonly standing: Standing; readonly keyId?: string };

function refuseNobody(gate: Gate, request: AtlasRequest, message: string): never {
  gate.limits.ofNobody(request.clientIp, request.res);
  throw new AtlasError('unauthenticated', message);
}

/** A program: its key says who it is, whatever cookies come along. */
async function programOf(gate: Gate, request: AtlasRequest, header: string): Promise<Caller> {
  const [, key] = /^Bearer ([\x21-\x7e]+)$/i.exec(header) ?? [];
  const holder = key === undefined ? null : await gate.keys(key);
  if (!holder) return refuseNobody(gate, request, 'This API key does not work.');
  const workspace = workspaceNamedIn(request);
  if (workspace !== null && workspace !== holder.tenantId) return refuseStranger(gate.limits, request);
  if (!isFeatureOn(holder.standing.flags, 'api_keys'))
    throw new AtlasError('feature_off', 'API keys are switched off for this workspace.', { feature: 'api_keys' });
  const actor = gate.policy.actorOf(holder.serviceAccountId, holder.roles, { kind: 'service' });
  return { tenantId: holder.tenantId, actor, standing: holder.standing, keyId: holder.keyId };
}

/** An access that was remembered by an older process does not say it. */
const joinedIn = ({ joinedAt }: Access): Pick<Actor, 'joinedAt'> => (joinedAt === undefined ? {} : { joinedAt });

async function personOf(gate: Gate, request: AtlasRequest): Promise<Caller> {
  const workspace = workspaceNamedIn(request);
  const principal = await gate.principals(request.headers.cookie, workspace);
  if (!principal) return refuseNobody(gate, request, 'Sign in first.');
  if (isFromForeignPage(request, gate.trustedOrigins)) throw new AtlasError('forbidden', 'This page may not act for you.');
  request.authenticatedAt = principal.authenticatedAt;
  if (workspace !== null && principal.tenantId !== workspace) return refuseStranger(gate.limits, request);
  if (principal.tenantId === null || principal.access === null)
    throw new AtlasError('no_workspace', 'Create or choose a workspace first.');
  const { tenantId, access, impersonation } = principal;
  if (impersonation && !(await gate.administrators(impersonation.by))) return refuseNobody(gate, request, 'Sign in first.');
  const actor = gate.policy.actorOf(principal.userId, gate.policy.rolesOf(access), joinedIn(access));
  return { tenantId, actor: impersonation ? { ...actor, impersonatorId: impersonation.by } : actor, standing: access.standing };
}

/** One of the people who run Atlas, in its house. A key is nobody's. */
async function administratorOf(gate: Gate, request: AtlasRequest): Promise<Caller> {
  if (request.get('authorization') !== undefined) throw new AtlasError('forbidden', 'No API key reaches this.');
  const principal = await gate.principals(request.headers.cookie);
  if (!principal) return refuseNobody(gate, request, 'Sign in first.');
  if (isFromForeignPage(request, gate.trustedOrigins)) throw new AtlasError('forbidden', 'This page may not act for you.');
  request.authenticatedAt = principal.authenticatedAt;
  const administrator = principal.impersonation ? null : await gate.administrators(principal.userId);
  if (!administrator) throw new AtlasError('forbidden', 'This is for the people who run Atlas.');
  if (!administrator.hasSecondFactor)
    throw new AtlasError('second_factor_required', 'Set up a second factor or a passkey before you administer Atlas.');
  const actor = gate.housePolicy.actorOf(principal.userId, [administratorRole]);
  return { tenantId: houseTenantId, actor, standing: goodStanding };
}

const callerOf = (gate: Gate, request: AtlasRequest): Promise<Caller> => {
  const header = request.get('authorization');
  return header === undefined ? personOf(gate, request) : programOf(gate, request, header);
};

/**
 * Turns a request into a context. The tenant is one that the verified session or API key is good for, and no other.
 *
 * @throws AtlasError `unauthenticated`, `no_workspace`, `not_a_member`, `forbidden` (a page of a stranger sent our cookie),
 *   `too_many_requests`, `workspace_suspended`, `second_factor_required` (of an administrator)
 */
export async function authenticate(gate: Gate, request: AtlasRequest, house: boolean): Promise<Ctx> {
  const { tenantId, actor, standing, keyId } = await (house ? administratorOf : callerOf)(gate, request);
  gate.limits.ofTenant(tenantId, request.res, keyId);
  requireEntry(standing);
  request.standing = standing;
  const key = request.get('idempotency-key');
  return contextOf({
    db: gate.db,
    storage: storageWithin(request.span, gate.storage),
    tenantId,
    people: gate.people,
    actor,
    requestId: request.requestId,
    traceId: request.traceId,
    ...(request.span && { span: request.span }),
    ...(key === undefined ? {} : { idempotencyKey: key }),
  });
}
