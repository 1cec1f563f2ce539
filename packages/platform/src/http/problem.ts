import { type ErrorCatalogue, generalErrors } from '@atlas/contract';
import { AtlasError, type FieldError } from '@atlas/kernel';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { fromDatabase, isNoId } from '../db/database-errors.ts';
import type { Log } from '../log.ts';
import { xrayIdOf } from '../trace/segment.ts';
import type { Span } from '../trace/span.ts';

/** A problem document (RFC 9457). `code` never changes; `detail` is for people. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  errors?: readonly FieldError[];
  /** What a code shows of its own: the limit and the amount of `amount_limit`. */
  [member: string]: unknown;
};

/** What a problem document names its kind by. */
export const problemType = (code: string): string => `urn:atlas:problem:${code}`;

/** Refusals of Express's body parser and Nest's router, by status. */
const httpRefusals: Record<number, readonly [code: string, detail: string]> = {
  400: ['malformed_json', 'The body is not valid JSON.'],
  404: ['not_found', 'There is nothing here.'],
  413: ['payload_too_large', 'The body is larger than this endpoint takes.'],
  415: ['unsupported_body', 'Send the body as JSON in UTF-8, uncompressed or as gzip.'],
};

/** What Express and Nest throw, in our words. */
function fromHttp(error: unknown): AtlasError | null {
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: unknown } | null)?.status;
  // An address that cannot be decoded leads nowhere; Nest reports it as if the body were wrong.
  const undecodable = error instanceof Error && error.message.startsWith('Failed to decode param');
  const refusal = typeof status === 'number' ? httpRefusals[undecodable ? 404 : status] : undefined;
  return refusal ? new AtlasError(...refusal) : null;
}

/**
 * Also sign-in and sessions need the database, and do not speak our words when it is away, when it holds a law of a module,
 * or when it is asked for an id that is none: there is nothing of that id.
 */
function fromStore(error: unknown): AtlasError | null {
  if (isNoId(error)) return new AtlasError('not_found', 'There is nothing with this id.');
  const known = fromDatabase(error);
  return known instanceof AtlasError && (known.code === 'unavailable' || known.code.includes('.')) ? known : null;
}

/** Seconds after which an outage is worth another try. */
const retryAfter = '1';

/** Maps what went wrong to a problem document. What nobody expected becomes a 500 that says nothing of the inside. */
export function problemOf(error: unknown, catalogue: ErrorCatalogue, requestId: string): Problem {
  const known = error instanceof AtlasError ? error : (fromHttp(error) ?? fromStore(error));
  const spec = known ? catalogue[known.code] : undefined;
  if (!known || !spec) {
    const { status, title } = generalErrors.internal;
    return {
      type: 'about:blank',
      title,
      status,
      code: 'internal',
      detail: 'Quote the request id when you report this.',
      requestId,
    };
  }
  const { errors } = known.details;
  const shown = (spec.shows ?? []).map((name) => [name, known.details[name]] as const);
  return {
    type: problemType(known.code),
    title: spec.title,
    status: spec.status,
    code: known.code,
    detail: known.message,
    requestId,
    ...Object.fromEntries(shown),
    ...(errors ? { errors } : {}),
  };
}

/** The one place where errors become answers. */
export function problemFilter(catalogue: ErrorCatalogue, log: Log): ExceptionFilter {
  class ProblemFilter implements ExceptionFilter {
    catch(error: unknown, host: ArgumentsHost): void {
      const http = host.switchToHttp();
      const response = http.getResponse<Response>();
      const request = http.getRequest<Request & { requestId?: string; traceId?: string; span?: Span | null }>();
      // Whoever sent it hung up in the middle: there is nobody to answer, and nothing is wrong here.
      if (error === request.errored) {
        response.destroy();
        return;
      }
      const problem = problemOf(error, catalogue, request.requestId ?? '');
      const { traceId, path, span } = request;
      span?.fail(error);
      const xrayTraceId = span ? xrayIdOf(span.traceId) : undefined;
      if (problem.status >= 500)
        log.error({ requestId: problem.requestId, traceId, xrayTraceId, path, err: error }, 'request failed');
      if (response.headersSent) {
        response.destroy();
        return;
      }
      if (problem.status === 503) response.setHeader('Retry-After', retryAfter);
      response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
    }
  }
  Catch()(ProblemFilter);
  return new ProblemFilter();
}
