import { uuidv7 } from '@atlas/kernel';
import type { NextFunction, Response } from 'express';
import type { Log } from '../log.ts';
import type { AtlasRequest } from './request.ts';
import { requestIdHeader } from './request-id.ts';

const incoming = /^[\w.:-]{8,80}$/;

/** Gives each request an id that its answer, its log line and its audit rows carry, and logs one line when it is done. */
export function requestLog(log: Log) {
  return (request: AtlasRequest, response: Response, next: NextFunction): void => {
    const given = request.get(requestIdHeader);
    request.requestId = given && incoming.test(given) ? given : uuidv7();
    response.setHeader('X-Request-Id', request.requestId);
    const start = performance.now();
    response.once('close', () => {
      const { ctx } = request;
      log.info(
        {
          requestId: request.requestId,
          method: request.method,
          path: request.originalUrl.split('?')[0],
          status: response.statusCode,
          ms: Math.round((performance.now() - start) * 10) / 10,
          tenantId: ctx?.tenantId,
          userId: ctx?.actor.id ?? undefined,
          aborted: response.writableFinished ? undefined : true,
        },
        'request',
      );
    });
    next();
  };
}
