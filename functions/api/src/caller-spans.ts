import { doorCalls, nameOfDoorCall } from '@atlas/contract';
import { AtlasError } from '@atlas/kernel';
import type { Module, SpanTickets, Tracer } from '@atlas/platform';
import { type AtlasRequest, authenticate, type Gate, isFromForeignPage } from '@atlas/platform/http';
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

/** Of a call at the door: with a ticket, in the place of somebody. */
const doorShape = shapeFor(doorCalls.map(nameOfDoorCall)).extend({ ticket: z.string().regex(/^[\w-]{43}$/) });

type Told = z.output<ReturnType<typeof shapeFor>>;

export type CallerSpanOptions = {
  readonly gate: Gate;
  readonly modules: readonly Module[];
  readonly tracer: Tracer | null;
  readonly tickets: SpanTickets;
};

/**
 * `POST /v1/spans`: the first span of a trace, which a browser has made and cannot tell anybody else. It ended when it arrived:
 * clocks of browsers are wrong. For whoever is in a workspace, held to its limits; and at the door, where nobody is known yet, for whoever shows
 * the ticket that the answer on that trace came with, held to the limits of an address.
 */
export function callerSpans({ gate, modules, tracer, tickets }: CallerSpanOptions): Router {
  const shape = shapeFor(modules.flatMap(({ operations }) => operations.map(({ route }) => route.name as string)));
  const router = Router();
  const tell = ({ traceId, id, operation, method, status, ms }: Told, facts: { readonly tenantId?: string }): void => {
    const end = Date.now();
    const span = { traceId, id, name: `browser.${operation}`, isPart: false, isRemote: false, start: end - ms, end };
    tracer?.tell({ ...span, facts, http: { method, status } });
  };
  const readFrom = <T>(checked: z.ZodType<T>, body: unknown): T => {
    const { success, data } = checked.safeParse(body);
    if (!success) throw new AtlasError('validation_failed', 'This is no span.');
    return data;
  };
  router.post('/v1/spans', async (request, response) => {
    if ((request.body as { ticket?: unknown } | undefined)?.ticket === undefined) {
      const { tenantId } = await authenticate(gate, request as AtlasRequest, false);
      tell(readFrom(shape, request.body), { tenantId });
    } else {
      gate.limits.ofSpan((request as AtlasRequest).clientIp, response);
      if (isFromForeignPage(request, gate.trustedOrigins)) throw new AtlasError('forbidden', 'This page may not tell this.');
      const told = readFrom(doorShape, request.body);
      if (!tickets.isGood(told.ticket, told.traceId))
        throw new AtlasError('unauthenticated', 'This ticket is for no such trace.');
      tell(told, {});
    }
    response.status(204).end();
  });
  return router;
}
