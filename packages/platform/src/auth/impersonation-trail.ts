import { workspaceEvents } from '@atlas/contract';
import type { GenericEndpointContext } from 'better-auth';
import { systemActor } from '../context.ts';
import { houseTenantId } from '../house.ts';
import { personActing, requestIdOf, type Trail } from './trail.ts';

type Ended = {
  readonly id: string;
  readonly userId: string;
  readonly expiresAt: Date;
  readonly activeOrganizationId?: unknown;
  readonly impersonatedBy?: unknown;
  readonly impersonatorName?: unknown;
  readonly impersonationReason?: unknown;
};

/** What an administrator asks for in the session of somebody else to end it. */
const ownWays: ReadonlySet<string> = new Set(['/impersonation/stop', '/sign-out']);

/** The administrator; the limit; or else the person whose session it is: nobody else ends one. */
function enderOf({ expiresAt, userId }: Ended, administratorId: string, path: string | undefined) {
  if (expiresAt <= new Date()) return systemActor;
  return personActing(ownWays.has(path ?? '') ? administratorId : userId);
}

/** Tells the workspace and the house that an administrator acts as a member no more, however the session ended. */
export const impersonationEnds =
  (trail: Trail) =>
  async (session: Ended, context: GenericEndpointContext | null): Promise<void> => {
    const { id, userId, impersonatedBy, activeOrganizationId } = session;
    if (typeof impersonatedBy !== 'string' || typeof activeOrganizationId !== 'string') return;
    const until = session.expiresAt.toISOString();
    const [administrator, reason] = [session.impersonatorName, session.impersonationReason];
    const told = { workspaceId: activeOrganizationId, impersonationId: id, userId, administratorId: impersonatedBy, until };
    const actor = enderOf(session, impersonatedBy, context?.path);
    const requestId = requestIdOf(context?.headers);
    for (const workspaceId of [activeOrganizationId, houseTenantId])
      await trail(
        { actor, requestId },
        {
          workspaceId,
          action: 'administration.impersonation.stop',
          subjectId: userId,
          after: { id, workspaceId: activeOrganizationId, userId, administrator, reason, until },
          tell: (tx) => tx.emit(workspaceEvents.impersonationStopped, told),
        },
      );
  };
