import { AtlasError } from '@atlas/kernel';
import type { PrincipalReader } from '@atlas/platform';
import { Router } from 'express';

/** `/v1/me`: who is signed in and where; the web's first question. Answers before a workspace exists. */
export function me(principals: PrincipalReader): Router {
  const router = Router();
  router.get('/v1/me', async (request, response) => {
    const principal = await principals(request.headers.cookie);
    if (!principal) throw new AtlasError('unauthenticated', 'Sign in first.');
    response.json(principal);
  });
  return router;
}
