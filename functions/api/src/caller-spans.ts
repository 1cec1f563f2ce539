import { AtlasError } from '@atlas/kernel';
import type { Module, Tracer } from '@atlas/platform';
import { type AtlasRequest, authenticate, type Gate } from '@atlas/platform/http';
import { Router } from 'express';
import { z } from 'zod';

/** Nobody waits longer for an answer, and X-Ray takes no trace that began long ago. */
const mostMs = 300_000;
/** A trace begins with the second in which it was made, by a clock that is not ours. */
const mostSecondsAway = 3600;

const isRecent = (traceId: string): boolean =>
  Math.abs(Number.parseInt(traceId.slice(0, 8), 16) - Date.now() / 1000) < mostSecondsAway;

/** A call as whoever made it saw it. Names of ours and numbers: nothing that anybody has written fits in. */
const shapeFor = (operations: readonly string[]) =>
  z.strictObject({
    traceId: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .refine(isRecent),
    id: z.string().regex(/^(?!0{16})[0-9a-f]{16}$/),
    operation: z.enum(operations),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    status: z.int().min(100).max(599),
    ms: z.number().min(0).max(mostMs),
  });

/**
 * `POST /v1/spans`: the first span of a trace, which a browser has made and cannot tell anybody else. It ended when it arrived:
 * clocks of browsers are wrong. Only for whoever is in a workspace, held to its limits.
 */
export function callerSpans(gate: Gate, modules: readonly Module[], tracer: Tracer | null): Router {
  const shape = shapeFor(modules.flatMap(({ operations }) => operations.map(({ route }) => route.name as string)));
  const router = Router();
  router.post('/v1/spans', async (request, response) => {
    const { tenantId } = await authenticate(gate, request as AtlasRequest, false);
    const { success, data } = shape.safeParse(request.body);
    if (!success) throw new AtlasError('validation_failed', 'This is no span.');
    const { traceId, id, operation, method, status, ms } = data;
    const end = Date.now();
    const span = { traceId, id, name: `browser.${operation}`, isPart: false, isRemote: false, start: end - ms, end };
    tracer?.tell({ ...span, facts: { tenantId }, http: { method, status } });
    response.status(204).end();
  });
  return router;
}
