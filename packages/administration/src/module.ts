import { workspaceEvents } from '@atlas/contract';
import { defineModule, type Module } from '@atlas/platform';
import { listHouseAudit, verifyHouseAudit } from './audit/house-audit.ts';
import { administrationErrors } from './contract/errors.ts';
import {
  impersonationStarted,
  workspaceChanged,
  workspaceProvisioned,
  workspaceResumed,
  workspaceSuspended,
} from './contract/events.ts';
import { startImpersonation } from './impersonation/start-impersonation.ts';
import { mailInvitedOwner } from './jobs/mail-invited-owner.job.ts';
import { mailOwners } from './jobs/mail-owners.job.ts';
import { provisionWorkspace } from './workspaces/provision-workspace.ts';
import { readUsage } from './workspaces/read-usage.ts';
import { getWorkspace, listWorkspaceMembers, listWorkspaces } from './workspaces/read-workspaces.ts';
import { setWorkspaceFeature, setWorkspaceLimits, setWorkspacePlan, setWorkspaceTrial } from './workspaces/set-workspace.ts';
import { resumeWorkspace, suspendWorkspace } from './workspaces/suspend-workspace.ts';

/** What administrators of Atlas do; usage is what the other modules measure, which the composition root hands over. */
export function administrationOf(others: readonly Module[]): Module {
  return defineModule('administration', {
    operations: [
      listWorkspaces,
      getWorkspace,
      provisionWorkspace,
      suspendWorkspace,
      resumeWorkspace,
      setWorkspacePlan,
      setWorkspaceLimits,
      setWorkspaceTrial,
      setWorkspaceFeature,
      readUsage(others.flatMap(({ meters }) => meters)),
      listWorkspaceMembers,
      startImpersonation,
      listHouseAudit,
      verifyHouseAudit,
    ],
    events: [
      workspaceProvisioned,
      workspaceSuspended,
      workspaceResumed,
      workspaceChanged,
      impersonationStarted,
      workspaceEvents.impersonationStopped,
    ],
    errors: administrationErrors,
    jobs: [mailInvitedOwner, mailOwners],
  });
}
