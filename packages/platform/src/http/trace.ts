import { randomBytes } from 'node:crypto';
import type { Request } from 'express';

/** https://www.w3.org/TR/trace-context/#traceparent-header: version 00, or a later one that begins like it. */
const traceparent =
  /^(?:00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}|(?!00|ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(?:-.*)?)$/;
/** What AWS calls the same thing: its id is ours, cut in two. */
const xrayRoot = /(?:^|;)\s*Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:;|$)/;
const isNothing = /^0+$/;

/** The id in a traceparent; null when it is none. */
function idIn(header: string): string | null {
  const [, id, parent, laterId, laterParent] = traceparent.exec(header) ?? [];
  const [trace = '', span = ''] = [id ?? laterId, parent ?? laterParent];
  return isNothing.test(trace) || isNothing.test(span) || trace === '' ? null : trace;
}

/** An id that X-Ray takes as well: it begins with the second in which it was made. */
const newId = (): string => Math.floor(Date.now() / 1000).toString(16) + randomBytes(12).toString('hex');

/**
 * The trace that a request belongs to: whoever asks says which; otherwise AWS does, and otherwise it is a new one. Everything
 * that the request sets off carries it, until the last job.
 */
export function traceIdOf(request: Request): string {
  const given = idIn(request.get('traceparent') ?? '');
  if (given !== null) return given;
  const [, seconds, rest] = xrayRoot.exec(request.get('x-amzn-trace-id') ?? '') ?? [];
  return seconds && rest ? seconds + rest : newId();
}

/** The trace of X-Ray in which this request stands, when there is one: for whoever goes on looking there. */
export function xrayTraceIdOf(request: Request): string | undefined {
  const [, seconds, rest] = xrayRoot.exec(request.get('x-amzn-trace-id') ?? '') ?? [];
  return seconds && rest ? `1-${seconds}-${rest}` : undefined;
}
