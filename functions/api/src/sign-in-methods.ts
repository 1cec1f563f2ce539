import { type Config, signInMethodsOf } from '@atlas/platform';
import { Router } from 'express';

/** `/v1/sign-in-methods`: which ways in are offered here. Anyone may ask; the web shows its doors by it. */
export function signInMethods(config: Config): Router {
  const router = Router();
  const methods = signInMethodsOf(config);
  router.get('/v1/sign-in-methods', (_request, response) => {
    response.json(methods);
  });
  return router;
}
