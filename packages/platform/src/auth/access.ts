import type { Role } from '@atlas/kernel';
import { openCopies } from '../cache/copies.ts';
import type { Redis } from '../cache/redis.ts';
import { contextOf, systemActor } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { TenantTx } from '../db/tenant-tx.ts';
import { readTransaction } from '../db/transaction.ts';
import { type AssignedRole, assignedRoles } from '../policy/assigned-roles.repository.ts';
import type { Storage } from '../storage/storage.ts';
import { standingOf } from '../workspace/standing.repository.ts';
import type { Standing } from '../workspace/standing.ts';
import type { WorkspaceMember } from './people.repository.ts';
import type { People } from './people.ts';

/** What a person's permissions in a workspace come from. */
export type Access = {
  /** Role of the membership; several are separated by commas. */
  readonly role: string;
  /** Codes of ready roles that were assigned. */
  readonly ready: readonly string[];
  /** Roles of the workspace's own making that were assigned. */
  readonly custom: readonly Role[];
  /** Since when they are a member. */
  readonly joinedAt?: string;
};

/** What a person's permissions come from, and how their workspace stands. */
export type Admission = Access & { readonly standing: Standing };

/** Copies are forgotten when something changes; this is for a process that died between the change and the forgetting. */
const copySeconds = 60;

const prefix = 'atlas:access:';

export const accessKey = (tenantId: string, userId: string): string => `${prefix}${tenantId}:${userId}`;

/**
 * A session and what its person may in the workspace that is asked for, otherwise in the session's own if it is in one:
 * one round trip, although only the session says which person and workspace that is.
 */
const script = `
local stored = redis.call('GET', KEYS[1])
if not stored or stored == '' then return { false, false } end
local session = cjson.decode(stored).session
local tenant = ARGV[1] ~= '' and ARGV[1] or session and session.activeOrganizationId
if not session or not tenant or tenant == cjson.null then return { stored, false } end
return { stored, redis.call('GET', ARGV[2] .. '${prefix}' .. tenant .. ':' .. session.userId) }`;

/** A session, and what its person may. */
type CopiesOfSession = readonly [session: string | null, access: string | null];

/**
 * The copies that Redis has of a session and of its person's access; none when it is away, an empty one when superseded.
 *
 * @param workspace the session's own when null
 */
export async function readCopies(redis: Redis, key: string, workspace: string | null): Promise<CopiesOfSession> {
  const answer = await redis.eval(script, 1, key, workspace ?? '', redis.options.keyPrefix ?? '').catch(() => null);
  const [session, access] = (answer ?? [null, null]) as (string | null)[];
  return [session ?? null, access ?? null];
}

/** What a member may come from. What was assigned before joining belonged to an earlier membership and is over. */
function accessFrom({ role, joinedAt }: WorkspaceMember, assigned: readonly AssignedRole[]): Access {
  const current = assigned.filter(({ assignedAt }) => assignedAt >= joinedAt);
  return {
    role,
    joinedAt,
    ready: current.flatMap(({ ready }) => ready ?? []),
    custom: current.flatMap(({ custom }) => custom ?? []),
  };
}

/** The access of a member, as PostgreSQL says it now. */
export const accessOf = async (tx: TenantTx, member: WorkspaceMember): Promise<Access> =>
  accessFrom(member, await assignedRoles(tx, member.userId));

/** @returns null for someone who is no member */
export type AccessReader = (tenantId: string, userId: string, copy: string | null) => Promise<Admission | null>;

type Resources = { readonly redis: Redis; readonly db: Database; readonly storage: Storage; readonly people: People };

/** Reads access from its copy, or from PostgreSQL: the membership as the role that sees people, assigned roles inside the tenant. */
export function accessReader({ redis, db, storage, people }: Resources): AccessReader {
  const copies = openCopies(redis);
  return async (tenantId, userId, copy) => {
    const kept = copy ? (JSON.parse(copy) as Admission) : null;
    // One that an older process kept says nothing of it.
    if (kept?.standing) return kept;
    const ctx = contextOf({ db, storage, tenantId, actor: systemActor, requestId: 'access' });
    const [member, [assigned, standing]] = await Promise.all([
      people(tenantId).member(userId),
      readTransaction(ctx, (tx) => Promise.all([assignedRoles(tx, userId), standingOf(tx)])),
    ]);
    if (!member) return null;
    const admission = { ...accessFrom(member, assigned), standing };
    await copies.setNew(accessKey(tenantId, userId), JSON.stringify(admission), copySeconds);
    return admission;
  };
}
