import { randomUUID } from 'node:crypto';
import type { Request } from 'express';

/** The trace that a request belongs to. */
export type IncomingTrace = {
  readonly traceId: string;
  /** The span that it follows from. */
  readonly parentId?: string;
  /** Whether that is the function of AWS in which it is answered. */
  readonly isPart: boolean;
  /** Whether the trace is recorded; undefined where nobody has decided. */
  readonly decided?: boolean;
};

/** https://www.w3.org/TR/trace-context/#traceparent-header: version 00, or a later one that begins like it. */
const traceparent =
  /^(?:00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})|(?!00|ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?)$/;
/** What AWS calls the same thing: its id is ours, cut in two. */
const xrayRoot = /(?:^|;)\s*Root=1-([0-9a-f]{8})-([0-9a-f]{24})(?:;|$)/;
const xrayParent = /(?:^|;)\s*Parent=([0-9a-f]{16})(?:;|$)/;
const xraySampled = /(?:^|;)\s*Sampled=([01])(?:;|$)/;
const isNothing = /^0+$/;

/**
 * What a traceparent says; null when it is none. Clients of ours record nothing themselves and leave the decision to us, so
 * only a wish to be recorded is one.
 */
function fromClient(header: string): IncomingTrace | null {
  const [, id, parent, flags, laterId, laterParent, laterFlags] = traceparent.exec(header) ?? [];
  const [traceId = '', parentId = '', sampled = ''] = [id ?? laterId, parent ?? laterParent, flags ?? laterFlags];
  if (traceId === '' || isNothing.test(traceId) || isNothing.test(parentId)) return null;
  const isWanted = (Number.parseInt(sampled, 16) & 1) === 1;
  return { traceId, parentId, isPart: false, ...(isWanted && { decided: true }) };
}

function fromAws(header: string | undefined): IncomingTrace | null {
  if (header === undefined) return null;
  const [, seconds = '', rest = ''] = xrayRoot.exec(header) ?? [];
  const traceId = seconds + rest;
  if (traceId === '' || isNothing.test(traceId)) return null;
  const [, parentId] = xrayParent.exec(header) ?? [];
  const [, sampled] = xraySampled.exec(header) ?? [];
  return {
    traceId,
    isPart: parentId !== undefined,
    ...(parentId !== undefined && { parentId }),
    ...(sampled !== undefined && { decided: sampled === '1' }),
  };
}

/** An id that X-Ray takes as well: it begins with the second in which it was made. */
function newId(): string {
  // Node keeps random bytes in stock for these and for nothing else; what is left out tells their version.
  const uuid = randomUUID();
  return Math.floor(Date.now() / 1000).toString(16) + uuid.slice(0, 8) + uuid.slice(9, 13) + uuid.slice(24);
}

/**
 * The trace that a request belongs to: whoever asks says which; otherwise AWS does, and otherwise it is a new one. Everything
 * that the request sets off carries it, until the last job. Whether it is recorded AWS says first: nobody else pays.
 */
export function traceOf(request: Request): IncomingTrace {
  const client = fromClient(request.get('traceparent') ?? '');
  const aws = fromAws(request.get('x-amzn-trace-id'));
  if (!client) return aws ?? { traceId: newId(), isPart: false };
  if (!aws) return client;
  const decided = aws.decided ?? client.decided;
  const within = aws.isPart && aws.traceId === client.traceId ? aws : client;
  return { ...within, ...(decided !== undefined && { decided }) };
}
