import { assert, uuidv7 } from '@atlas/kernel';
import { command, found } from '@atlas/platform';
import { workspaceProvisioned } from '../contract/events.ts';
import { provisionWorkspace as route } from '../contract/workspace-changes.ts';
import { slugOf } from '../domain/slug.ts';
import { inviteOwner } from './invitations.repository.ts';
import { workspaceJson } from './workspace-json.ts';
import { insertWorkspace, workspaceById } from './workspaces.repository.ts';

/** As long as an invitation of a member. */
const invitedMs = 48 * 60 * 60_000;

export const provisionWorkspace = command(route, async (tx, { ownerEmail, ...fields }) => {
  const { now, actor } = tx.ctx;
  assert(actor.id !== null, 'a person provisions');
  const id = uuidv7();
  const invitationId = uuidv7();
  insertWorkspace(tx, { id, slug: slugOf(fields.name, id), ...fields });
  inviteOwner(tx, {
    id: invitationId,
    workspaceId: id,
    email: ownerEmail,
    expiresAt: new Date(Date.parse(now) + invitedMs).toISOString(),
    inviterId: actor.id,
  });
  tx.emit(workspaceProvisioned, { workspaceId: id, invitationId });
  return workspaceJson(found(await workspaceById(tx, id), 'workspace'));
});
