import { AtlasError } from '@atlas/kernel';
import type { CallLimits, Storage } from '@atlas/platform';
import type { AtlasRequest } from '@atlas/platform/http';
import { type Request, type RequestHandler, Router } from 'express';

/**
 * `PUT /v1/uploads/{uploadId}?token=…`: where bytes of uploads come when files lie in a folder. The address is the credential,
 * as that of a bucket is. Not there when uploads go to a bucket.
 */
export function uploads({ incoming: { receive } }: Storage, limits: CallLimits): RequestHandler {
  // A router without routes would go on a moment later: in a function, bodies have to be read at once.
  if (!receive) return (_request, _response, next) => next();
  const router = Router();
  router.put('/v1/uploads/:uploadId', async (request: Request, response) => {
    const { uploadId } = request.params;
    try {
      await receive({
        uploadId: String(uploadId),
        token: String(request.query.token ?? ''),
        contentType: request.get('content-type'),
        byteCount: Number(request.get('content-length') ?? Number.NaN),
        content: request,
      });
    } catch (error) {
      if (error instanceof AtlasError) limits.ofNobody((request as AtlasRequest).clientIp, response);
      throw error;
    }
    response.status(204).end();
  });
  return router;
}
