import { featureCodes, features, isFeatureOn, stateOf } from '@atlas/platform';
import type { WorkspaceRow } from './workspaces.repository.ts';

/** A workspace in a list. */
export const summaryOf = ({ limits: _limits, flags: _flags, invitedOwner: _invited, ...row }: WorkspaceRow) => ({
  ...row,
  state: stateOf(row),
});

/** A workspace with everything that was set for it. */
export const workspaceJson = (row: WorkspaceRow) => ({
  ...summaryOf(row),
  limits: { members: row.limits.members ?? null, rateFactor: row.limits.rateFactor ?? null },
  features: featureCodes.map((code) => ({ code, ...features[code], enabled: isFeatureOn(row.flags, code) })),
  invitedOwner: row.invitedOwner,
});
