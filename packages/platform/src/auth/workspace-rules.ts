import { APIError } from 'better-auth/api';
import type { PrismaClient } from '../db/generated/client.ts';
import { isTrialOver } from '../workspace/standing.ts';

export type WorkspaceTables = {
  readonly members: PrismaClient['member'];
  readonly organizations: PrismaClient['organization'];
  readonly invitations: PrismaClient['invitation'];
};

export type DomainTables = WorkspaceTables & { readonly domains: PrismaClient['workspaceDomain'] };

const refuse = (code: string, message: string): never => {
  throw new APIError('FORBIDDEN', { code, message });
};

const select = { suspendedReason: true, trialEndsAt: true, limits: true } as const;

/** What administrators of Atlas set for a workspace, held where its people and its name are changed. */
export function workspaceRules({ members, organizations, invitations }: WorkspaceTables) {
  const rowOf = (id: string) => organizations.findUnique({ where: { id }, select });

  const requireEntry = async (id: string): Promise<void> => {
    if ((await rowOf(id))?.suspendedReason != null) refuse('WORKSPACE_SUSPENDED', 'This workspace is suspended.');
  };
  const requireChangeable = async (id: string): Promise<void> => {
    const row = await rowOf(id);
    if (row?.suspendedReason != null) refuse('WORKSPACE_SUSPENDED', 'This workspace is suspended.');
    if (row && isTrialOver({ trialEndsAt: row.trialEndsAt?.toISOString() ?? null }))
      refuse('TRIAL_ENDED', 'The trial of this workspace has ended. Everything can be read, nothing changed.');
  };
  /** How many may be members. */
  const seatsOf = async (id: string): Promise<number> =>
    ((await rowOf(id))?.limits as { members?: number | null } | undefined)?.members ?? Number.POSITIVE_INFINITY;

  /** Whoever is invited has a seat until the invitation ends. */
  const requireSeat = async (organizationId: string): Promise<void> => {
    const seats = await seatsOf(organizationId);
    if (seats === Number.POSITIVE_INFINITY) return;
    const waiting = { organizationId, status: 'pending', expiresAt: { gt: new Date() } };
    const [taken, promised] = await Promise.all([
      members.count({ where: { organizationId } }),
      invitations.count({ where: waiting }),
    ]);
    if (taken + promised >= seats) refuse('SEATS_TAKEN', `This workspace has ${seats} seats, and all of them are taken.`);
  };
  return { requireEntry, requireChangeable, requireSeat, seatsOf };
}
