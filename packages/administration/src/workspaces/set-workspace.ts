import { AtlasError } from '@atlas/kernel';
import { command, type Flags, features, type TenantTx } from '@atlas/platform';
import { workspaceChanged } from '../contract/events.ts';
import {
  setWorkspaceFeature as featureRoute,
  setWorkspaceLimits as limitsRoute,
  setWorkspacePlan as planRoute,
  setWorkspaceTrial as trialRoute,
} from '../contract/workspace-changes.ts';
import { changeWorkspace } from './change-workspace.ts';
import type { WorkspaceRow } from './workspaces.repository.ts';

async function set(tx: TenantTx, id: string, change: (before: WorkspaceRow) => Partial<WorkspaceRow>) {
  const after = await changeWorkspace(tx, id, change);
  tx.emit(workspaceChanged, { workspaceId: id });
  return after;
}

export const setWorkspacePlan = command(planRoute, (tx, { id, plan }) => set(tx, id, () => ({ plan })));

export const setWorkspaceLimits = command(limitsRoute, (tx, { id, ...limits }) => set(tx, id, () => ({ limits })));

export const setWorkspaceTrial = command(trialRoute, (tx, { id, trialEndsAt }) => set(tx, id, () => ({ trialEndsAt })));

/** The flags with one of them set, or as by default. */
function withFlag(flags: Flags, code: string, enabled: boolean | null): Flags {
  const others = Object.fromEntries(Object.entries(flags).filter(([other]) => other !== code));
  return enabled === null ? others : { ...others, [code]: enabled };
}

export const setWorkspaceFeature = command(featureRoute, async (tx, { id, code, enabled }) => {
  if (!Object.hasOwn(features, code)) throw new AtlasError('not_found', 'There is no such feature.');
  return set(tx, id, ({ flags }) => ({ flags: withFlag(flags, code, enabled) }));
});
