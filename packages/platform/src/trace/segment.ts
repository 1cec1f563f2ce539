import { randomBytes } from 'node:crypto';
import type { Failure } from './failure.ts';
import type { EndedSpan, HttpFacts, Origin } from './span.ts';

/** A trace as X-Ray names it: the same id, cut in three. */
export const xrayIdOf = (traceId: string): string => `1-${traceId.slice(0, 8)}-${traceId.slice(8)}`;

const seconds = (ms: number): number => Math.round(ms * 1000) / 1_000_000;

/** What was refused is the fault of whoever asked. */
const verdictOf = (failure: Failure | undefined, status = 0) => ({
  ...((failure?.isOurs || status >= 500) && { fault: true }),
  ...((failure?.isOurs === false || (status >= 400 && status < 500)) && { error: true }),
  ...(status === 429 && { throttle: true }),
});

const causeOf = ({ type, code }: Failure) => ({
  exceptions: [{ id: randomBytes(8).toString('hex'), type, ...(code !== undefined && { message: code }) }],
});

const httpOf = ({ method, status }: HttpFacts) => ({ request: { method }, response: { status } });

/** A span as a segment document (https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html). */
export function segmentOf(span: EndedSpan, { stage, release }: Origin): string {
  const { name, id, traceId, parentId, isPart, isRemote, http, failure, facts } = span;
  return JSON.stringify({
    name,
    id,
    trace_id: xrayIdOf(traceId),
    parent_id: parentId,
    ...(isPart && { type: 'subsegment' }),
    ...(isRemote && { namespace: 'remote' }),
    start_time: seconds(span.start),
    end_time: seconds(span.end),
    ...(!isPart && release !== undefined && { service: { version: release } }),
    annotations: { operation: name, stage, release, ...facts },
    ...(http && { http: httpOf(http) }),
    ...verdictOf(failure, http?.status),
    ...(failure && { cause: causeOf(failure) }),
  });
}
