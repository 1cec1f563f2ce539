import { randomBytes } from 'node:crypto';
import type { Input } from '@atlas/contract';
import { AtlasError, uuidv7 } from '@atlas/kernel';
import { command, found, type TenantTx } from '@atlas/platform';
import { impersonationStarted } from '../contract/events.ts';
import { startImpersonation as route } from '../contract/impersonation.ts';
import { memberOf, ownersOf, workspaceById } from '../workspaces/workspaces.repository.ts';
import { administratorName, insertImpersonation, tellWorkspace } from './impersonation.repository.ts';

/** As long as a token of Better Auth's own. */
const tokenBytes = 24;

/** @throws AtlasError why nobody may act as this person there */
async function refuseWrongPerson(tx: TenantTx, { workspaceId, userId }: Input<typeof route>): Promise<void> {
  const [workspace, member, owners] = await Promise.all([
    workspaceById(tx, workspaceId),
    memberOf(tx, workspaceId, userId),
    ownersOf(tx, workspaceId),
  ]);
  const { name, suspendedReason } = found(workspace, 'workspace');
  if (suspendedReason !== null) throw new AtlasError('workspace_suspended', `${name} is suspended.`, { reason: suspendedReason });
  if (!member) throw new AtlasError('administration.not_a_member', `This person is no member of ${name}.`);
  if (member.administrator)
    throw new AtlasError('administration.administrator_untouchable', `${member.name} is an administrator.`);
  if (owners.length === 0) throw new AtlasError('administration.no_owner', `Nobody owns ${name}.`);
}

/** Makes the session in which an administrator acts as a member, and writes it down on both sides. */
export const startImpersonation = command(route, async (tx, input) => {
  await refuseWrongPerson(tx, input);
  const { workspaceId, userId, reason, minutes } = input;
  const administratorId = tx.ctx.actor.id ?? '';
  const administrator = found(await administratorName(tx, administratorId), 'administrator');
  const id = uuidv7();
  const until = new Date(Date.parse(tx.ctx.now) + minutes * 60_000).toISOString();
  const ticket = randomBytes(tokenBytes).toString('base64url');
  insertImpersonation(tx, { id, token: ticket, workspaceId, userId, until, administratorId, administrator, reason });
  const facts = { id, workspaceId, userId, administrator, reason, until };
  const payload = { workspaceId, impersonationId: id, userId, administratorId, until };
  tx.record({ subjectId: userId, after: facts });
  tx.emit(impersonationStarted, payload);
  const event = impersonationStarted.name;
  tellWorkspace(tx, { workspaceId, operation: route.name, subjectId: userId, facts, event, payload });
  return { id, workspaceId, userId, until, ticket };
});
