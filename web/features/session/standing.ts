/** Whether a workspace goes on as ever. */
export type WorkspaceStanding = {
  state: 'active' | 'trial' | 'trial_ended' | 'suspended';
  suspendedReason: string | null;
  trialEndsAt: string | null;
};

/** While an administrator acts as the person. */
export type Impersonation = { by: string; name: string; reason: string; until: string };
