import { AtlasError, isUuid } from '@atlas/kernel';
import type { Avatars, CallLimits, PrincipalReader } from '@atlas/platform';
import type { AtlasRequest } from '@atlas/platform/http';
import { type Request, Router } from 'express';

const browserSeconds = 3600;

/**
 * `/v1/avatars/{userId}`: the picture of a person with whom one shares a workspace. Whether someone is a stranger, does
 * not exist or has no picture makes no difference. A browser keeps it for whoever is signed in.
 */
export function avatars(principals: PrincipalReader, pictureOf: Avatars, limits: CallLimits): Router {
  const router = Router();
  router.get('/v1/avatars/:userId', async (request: Request, response) => {
    const principal = await principals(request.headers.cookie);
    if (!principal) {
      limits.ofNobody((request as AtlasRequest).clientIp, response);
      throw new AtlasError('unauthenticated', 'Sign in first.');
    }
    if (principal.tenantId !== null) limits.ofTenant(principal.tenantId, response);
    const userId = String(request.params.userId);
    const picture = isUuid(userId) ? await pictureOf(userId, principal.userId) : null;
    response.set({ 'Cache-Control': `private, max-age=${browserSeconds}`, Vary: 'Cookie' });
    // No error: most people have none, and a browser would report each of them.
    if (!picture) return void response.status(204).end();
    // Opened by itself it is a picture and nothing else.
    response.set({ 'Content-Type': picture.type, 'Content-Security-Policy': "default-src 'none'; sandbox" }).end(picture.bytes);
  });
  return router;
}
