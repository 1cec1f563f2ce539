import { createHmac, timingSafeEqual } from 'node:crypto';

/** Lets whoever was answered on a trace tell its first span, though nobody knows them. */
export type SpanTickets = {
  issue(traceId: string): string;
  isGood(ticket: string, traceId: string): boolean;
};

/** Tickets that every process with the same secret takes, and that nobody can make who was not answered on that trace. */
export function spanTickets(secret: string): SpanTickets {
  const sign = (traceId: string): Buffer => createHmac('sha256', secret).update(`ticket of a span: ${traceId}`).digest();
  return {
    issue: (traceId) => sign(traceId).toString('base64url'),
    isGood: (ticket, traceId) => {
      const given = Buffer.from(ticket, 'base64url');
      const expected = sign(traceId);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
}
