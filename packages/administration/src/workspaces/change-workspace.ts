import { found, type TenantTx } from '@atlas/platform';
import { workspaceJson } from './workspace-json.ts';
import { lockWorkspace, saveWorkspace, type WorkspaceRow } from './workspaces.repository.ts';

/** What administrators set, as it is written down. */
const settings = ({ plan, suspendedAt, suspendedReason, trialEndsAt, limits, flags }: WorkspaceRow) => ({
  plan,
  suspendedAt,
  suspendedReason,
  trialEndsAt,
  limits,
  flags,
});

type Change = (before: WorkspaceRow) => Partial<WorkspaceRow>;

/**
 * Changes what is set for a workspace. It is in force for all its people once what was remembered of them is forgotten,
 * for programs when their process looks again; both within a second.
 */
export async function changeWorkspace(tx: TenantTx, id: string, change: Change) {
  const before = found(await lockWorkspace(tx, id), 'workspace');
  const after = { ...before, ...change(before) };
  saveWorkspace(tx, after);
  tx.record({ subjectId: id, before: settings(before), after: settings(after) });
  tx.afterwards(() => tx.ctx.people(id).forgetAll());
  return workspaceJson(after);
}
