import { AtlasError } from '@atlas/kernel';
import {
  type Administrators,
  administratorRole,
  type CallLimits,
  featureCodes,
  isFeatureOn,
  type Policy,
  type Principal,
  type PrincipalReader,
  type Standing,
  stateOf,
} from '@atlas/platform';
import { type AtlasRequest, refuseStranger, workspaceNamedIn } from '@atlas/platform/http';
import { Router } from 'express';

export type MeGate = {
  readonly principals: PrincipalReader;
  readonly policy: Policy;
  readonly housePolicy: Policy;
  readonly administrators: Administrators;
  readonly limits: CallLimits;
};

/** What an administrator of Atlas may do there; null for everybody else, and for an administrator who acts as somebody. */
async function administrationOf({ administrators, housePolicy }: MeGate, { userId, impersonation }: Principal) {
  const administrator = impersonation ? null : await administrators(userId);
  return administrator && { ...administrator, permissions: housePolicy.allowed([administratorRole]) };
}

const workspaceOf = (standing: Standing) => ({
  state: stateOf(standing),
  suspendedReason: standing.suspendedReason,
  trialEndsAt: standing.trialEndsAt,
});

/** `/v1/me`: who is signed in, where, and what they may do there; the web's first question. Answers before a workspace exists. */
export function me(gate: MeGate): Router {
  const { principals, policy, limits } = gate;
  const router = Router();
  router.get('/v1/me', async (request, response) => {
    const workspace = workspaceNamedIn(request);
    // Where somebody goes next hangs on it, and where they came from may have changed it in another process.
    const principal = await principals(request.headers.cookie, workspace, true);
    if (!principal) {
      limits.ofNobody((request as AtlasRequest).clientIp, response);
      throw new AtlasError('unauthenticated', 'Sign in first.');
    }
    if (workspace !== null && principal.tenantId !== workspace) refuseStranger(limits, request as AtlasRequest);
    if (principal.tenantId !== null) limits.ofTenant(principal.tenantId, response);
    const { access, ...person } = principal;
    const roles = access ? policy.rolesOf(access) : [];
    const restrictions = policy.restrictions(roles);
    response.json({
      ...person,
      roles: roles.map(({ code }) => code),
      permissions: policy.allowed(roles),
      restrictions,
      administrator: await administrationOf(gate, principal),
      workspace: access && workspaceOf(access.standing),
      features: featureCodes.filter((code) => access && isFeatureOn(access.standing.flags, code)),
    });
  });
  return router;
}
