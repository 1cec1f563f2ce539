import { randomUUID } from 'node:crypto';
import type { workspaceEvents } from '@atlas/contract';
import { type Actor, contextOf } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { AuditRecord } from '../db/records.ts';
import type { TenantTx } from '../db/tenant-tx.ts';
import { requestIdHeader } from '../http/request-id.ts';
import { systemWrite } from '../queue/job-run.ts';
import type { Storage } from '../storage/storage.ts';
import { requestAtHand } from '../trace/request-at-hand.ts';

/** Who did something, in which request. */
export type By = { readonly actor: Actor; readonly requestId: string };

/** What was done to a workspace. `tell` emits what others may rely on. */
export type Fact = AuditRecord & {
  readonly workspaceId: string;
  readonly action: workspaceEvents.WorkspaceAction;
  tell(tx: TenantTx): unknown;
};

/** Writes into the audit trail of a workspace what Better Auth did there. Whoever calls it has not answered yet. */
export type Trail = (by: By, fact: Fact) => Promise<void>;

/** The trail of each workspace, written in a transaction of its own tenant. */
export const trailIn =
  ({ db, storage }: { readonly db: Database; readonly storage: Storage }): Trail =>
  async ({ actor, requestId }, { workspaceId, action, tell, ...entry }) => {
    const ctx = contextOf({ ...requestAtHand(), db, storage, tenantId: workspaceId, actor, requestId });
    await systemWrite(ctx, action, async (tx) => {
      tx.record(entry);
      tell(tx);
    });
  };

/** A person as an actor of whom nothing is asked: Better Auth has decided already. */
export const personActing = (id: string, impersonatorId?: string | null): Actor => ({
  kind: 'user',
  id,
  may: () => false,
  ...(impersonatorId ? { impersonatorId } : {}),
});

export const requestIdOf = (headers: Headers | undefined): string => headers?.get(requestIdHeader) ?? randomUUID();

type Held = { readonly user: { readonly id: string }; readonly session: object };

/** Whoever holds a session. */
export function holderOf(headers: Headers | undefined, { user, session }: Held): By {
  const { impersonatedBy } = session as { impersonatedBy?: string | null };
  return { actor: personActing(user.id, impersonatedBy), requestId: requestIdOf(headers) };
}
