import { AtlasError } from '@atlas/kernel';
import type { CallLimits, Policy, PrincipalReader } from '@atlas/platform';
import { type AtlasRequest, refuseStranger, workspaceNamedIn } from '@atlas/platform/http';
import { Router } from 'express';

/** `/v1/me`: who is signed in, where, and what they may do there; the web's first question. Answers before a workspace exists. */
export function me(principals: PrincipalReader, policy: Policy, limits: CallLimits): Router {
  const router = Router();
  router.get('/v1/me', async (request, response) => {
    const workspace = workspaceNamedIn(request);
    const principal = await principals(request.headers.cookie, workspace);
    if (!principal) {
      limits.ofNobody((request as AtlasRequest).clientIp, response);
      throw new AtlasError('unauthenticated', 'Sign in first.');
    }
    if (workspace !== null && principal.tenantId !== workspace) refuseStranger(limits, request as AtlasRequest);
    if (principal.tenantId !== null) limits.ofTenant(principal.tenantId, response);
    const { access, ...person } = principal;
    const roles = access ? policy.rolesOf(access) : [];
    const restrictions = policy.restrictions(roles);
    response.json({ ...person, roles: roles.map(({ code }) => code), permissions: policy.allowed(roles), restrictions });
  });
  return router;
}
