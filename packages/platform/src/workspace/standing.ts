import { isQuery, type Route } from '@atlas/contract';
import { AtlasError } from '@atlas/kernel';
import { type Flags, isFeatureOn } from '../features.ts';

/** How a workspace stands with those who run Atlas. */
export type Standing = {
  /** Why it is suspended; null when it is not. */
  readonly suspendedReason: string | null;
  readonly trialEndsAt: string | null;
  readonly flags: Flags;
};

/** What stands against nothing: the house, and tenants of which nobody keeps a row. */
export const goodStanding: Standing = { suspendedReason: null, trialEndsAt: null, flags: {} };

export const isTrialOver = ({ trialEndsAt }: Pick<Standing, 'trialEndsAt'>, now = Date.now()): boolean =>
  trialEndsAt !== null && Date.parse(trialEndsAt) <= now;

export type WorkspaceState = 'active' | 'trial' | 'trial_ended' | 'suspended';

/** The standing in one word. A workspace that is suspended is that first. */
export function stateOf(standing: Pick<Standing, 'suspendedReason' | 'trialEndsAt'>): WorkspaceState {
  if (standing.suspendedReason !== null) return 'suspended';
  if (standing.trialEndsAt === null) return 'active';
  return isTrialOver(standing) ? 'trial_ended' : 'trial';
}

/** @throws AtlasError `workspace_suspended`: nobody is let in */
export function requireEntry({ suspendedReason }: Standing): void {
  if (suspendedReason !== null)
    throw new AtlasError('workspace_suspended', 'This workspace is suspended.', { reason: suspendedReason });
}

/** @throws AtlasError `trial_ended`, `feature_off` */
export function requireRoute(standing: Standing, route: Route): void {
  if (!isQuery(route) && isTrialOver(standing))
    throw new AtlasError('trial_ended', 'The trial of this workspace has ended. Everything can be read, nothing changed.');
  if (route.feature !== undefined && !isFeatureOn(standing.flags, route.feature))
    throw new AtlasError('feature_off', 'This is switched off for your workspace.', { feature: route.feature });
}
