import { AtlasError } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { workspaceResumed, workspaceSuspended } from '../contract/events.ts';
import { resumeWorkspace as resumeRoute, suspendWorkspace as suspendRoute } from '../contract/workspace-changes.ts';
import { changeWorkspace } from './change-workspace.ts';

export const suspendWorkspace = command(suspendRoute, async (tx, { id, reason }) => {
  const after = await changeWorkspace(tx, id, ({ suspendedAt, name }) => {
    if (suspendedAt !== null) throw new AtlasError('administration.already_suspended', `${name} is suspended already.`);
    return { suspendedAt: tx.ctx.now, suspendedReason: reason };
  });
  tx.emit(workspaceSuspended, { workspaceId: id });
  return after;
});

export const resumeWorkspace = command(resumeRoute, async (tx, { id }) => {
  const after = await changeWorkspace(tx, id, ({ suspendedAt, name }) => {
    if (suspendedAt === null) throw new AtlasError('administration.not_suspended', `${name} is not suspended.`);
    return { suspendedAt: null, suspendedReason: null };
  });
  tx.emit(workspaceResumed, { workspaceId: id });
  return after;
});
