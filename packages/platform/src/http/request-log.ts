import { spanTicketHeader } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import type { NextFunction, Response } from 'express';
import type { Log } from '../log.ts';
import { xrayIdOf } from '../trace/segment.ts';
import type { SpanTickets } from '../trace/span-ticket.ts';
import type { Tracer } from '../trace/tracer.ts';
import { figureWriter } from '../watch/figures.ts';
import type { AtlasRequest } from './request.ts';
import { requestIdHeader } from './request-id.ts';
import { traceOf } from './trace.ts';

const incoming = /^[\w.:-]{8,80}$/;

/** What a request is, for those who ask which kind is slow. */
function routeClassOf({ method, originalUrl }: AtlasRequest): string {
  if (originalUrl.startsWith('/api/auth/')) return 'auth';
  if (!originalUrl.startsWith('/v1/')) return 'other';
  return method === 'GET' ? 'read' : 'write';
}

/** A request is named by its operation; what is no operation of ours, by its kind. */
function endSpan(request: AtlasRequest, status: number): void {
  const { span, operation, requestId, ctx, method } = request;
  if (!span) return;
  const facts = { requestId, ...(ctx && { tenantId: ctx.tenantId }) };
  span.end({ name: operation ?? `http.${routeClassOf(request)}`, facts, http: { method, status } });
}

/**
 * Gives each request an id that its answer, its log line and its audit rows carry, finds the trace it belongs to, and logs
 * one line when it is done, and a span where the trace is recorded.
 *
 * @param watchedStage whose figures the line counts for, when somebody watches them
 * @param tickets what lets somebody tell of the trace who is not known yet
 */
export function requestLog(log: Log, watchedStage?: string, tracer: Tracer | null = null, tickets?: SpanTickets) {
  // Alarms depend on these lines, whatever the level of the log is.
  const lines = watchedStage === undefined ? log : log.child({}, { level: 'info' });
  const write = figureWriter(watchedStage);
  return (request: AtlasRequest, response: Response, next: NextFunction): void => {
    const given = request.get(requestIdHeader);
    request.requestId = given && incoming.test(given) ? given : uuidv7();
    const trace = traceOf(request);
    request.traceId = trace.traceId;
    request.span = tracer?.begin({ ...trace, name: 'http' }, trace.decided);
    response.setHeader('X-Request-Id', request.requestId);
    // Whoever asked may tell how long it took for them (`/v1/spans`): https://w3c.github.io/trace-context/#traceresponse-header
    if (request.span) {
      response.setHeader('traceresponse', `00-${request.traceId}-${request.span.id}-01`);
      // At the door nobody is known who could tell: whoever was answered may.
      if (tickets && routeClassOf(request) === 'auth') response.setHeader(spanTicketHeader, tickets.issue(request.traceId));
    }
    const start = performance.now();
    response.once('close', () => {
      const { ctx } = request;
      const ms = Math.round((performance.now() - start) * 10) / 10;
      lines.info(
        {
          requestId: request.requestId,
          traceId: request.traceId,
          xrayTraceId: request.span ? xrayIdOf(request.traceId) : undefined,
          method: request.method,
          path: request.originalUrl.split('?')[0],
          status: response.statusCode,
          ms,
          tenantId: ctx?.tenantId,
          userId: ctx?.actor.id ?? undefined,
          aborted: response.writableFinished ? undefined : true,
          ...write('request', {
            Requests: 1,
            ServerErrors: response.statusCode >= 500 ? 1 : 0,
            Latency: ms,
            RouteClass: routeClassOf(request),
          }),
        },
        'request',
      );
      endSpan(request, response.statusCode);
    });
    next();
  };
}
