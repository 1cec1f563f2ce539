import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import { traceIdOf, xrayTraceIdOf } from './trace.ts';

const asking = (headers: Record<string, string>): Request => ({ get: (name: string) => headers[name] }) as unknown as Request;
const id = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = '00f067aa0ba902b7';
const root = 'Root=1-5759e988-bd862e3fe1be46a994272793';
const fresh = /^[0-9a-f]{32}$/;

describe('the trace of a request', () => {
  it.each([
    `00-${id}-${parent}-01`,
    `00-${id}-${parent}-00`,
    `cc-${id}-${parent}-01`,
    `cc-${id}-${parent}-01-what-the-future-brings`,
  ])('is the one that %s names', (traceparent) => expect(traceIdOf(asking({ traceparent, 'x-amzn-trace-id': root }))).toBe(id));

  it.each([
    '',
    id,
    `ff-${id}-${parent}-01`,
    `00-${id.toUpperCase()}-${parent}-01`,
    `00-${'0'.repeat(32)}-${parent}-01`,
    `00-${id}-${'0'.repeat(16)}-01`,
    `00-${id}-${parent}-01-more`,
    `00-${id}-${parent}`,
    `cc-${id}-${parent}-01.more`,
  ])('is a new one when it names none: %s', (traceparent) => {
    const traceId = traceIdOf(asking({ traceparent }));
    expect(traceId).toMatch(fresh);
    expect(traceId).not.toBe(id);
  });

  it("is that of AWS when nobody else's comes along", () => {
    expect(traceIdOf(asking({ 'x-amzn-trace-id': `Self=1-67891234-12456789abcdef012345678;${root};Sampled=1` }))).toBe(
      '5759e988bd862e3fe1be46a994272793',
    );
    expect(xrayTraceIdOf(asking({ 'x-amzn-trace-id': root }))).toBe('1-5759e988-bd862e3fe1be46a994272793');
    expect(xrayTraceIdOf(asking({}))).toBeUndefined();
  });

  it('tells X-Ray when it began', () => {
    expect(Math.abs(Number.parseInt(traceIdOf(asking({})).slice(0, 8), 16) - Date.now() / 1000)).toBeLessThan(2);
  });
});
