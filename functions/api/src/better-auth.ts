import { type Auth, withRequestAtHand } from '@atlas/platform';
import { type AtlasRequest, asProblem, requestIdHeader } from '@atlas/platform/http';
import { toNodeHandler } from 'better-auth/node';
import type { RequestHandler } from 'express';

/** Better Auth's own endpoints, in the words of this API where they refuse. */
export const betterAuth =
  ({ better }: Auth): RequestHandler =>
  (request, response) => {
    const { requestId, traceId, span } = request as AtlasRequest;
    return toNodeHandler(async (asked: Request) => {
      asked.headers.set(requestIdHeader, requestId);
      const origins = { requestId, traceId, ...(span && { span }) };
      return asProblem(await withRequestAtHand(origins, () => better.handler(asked)), requestId);
    })(request, response);
  };
