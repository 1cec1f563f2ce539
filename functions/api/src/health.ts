import { type Database, databaseIsReady, type Redis } from '@atlas/platform';
import { Router as createRouter, type Router } from 'express';

/** `/health/live`: the process answers. `/health/ready` (and `/health`): so do its services. */
export function health(db: Database, redis: Redis): Router {
  const router = createRouter();
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get(['/health', '/health/ready'], async (_request, response) => {
    const [database, cache] = await Promise.all([
      databaseIsReady(db),
      redis.ping().then(
        () => true,
        () => false,
      ),
    ]);
    response
      .status(database && cache ? 200 : 503)
      .json({ status: database && cache ? 'ok' : 'unavailable', database, redis: cache });
  });
  return router;
}
