import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import { traceOf } from './trace.ts';

const traceFrom = (headers: Record<string, string>) => traceOf({ get: (name: string) => headers[name] } as unknown as Request);
const id = '4bf92f3577b34da6a3ce929d0e0e4736';
const parent = '00f067aa0ba902b7';
const root = 'Root=1-5759e988-bd862e3fe1be46a994272793';
const rootId = '5759e988bd862e3fe1be46a994272793';
const fresh = /^[0-9a-f]{32}$/;

describe('the trace of a request', () => {
  it.each([
    `00-${id}-${parent}-01`,
    `00-${id}-${parent}-00`,
    `cc-${id}-${parent}-01`,
    `cc-${id}-${parent}-01-what-the-future-brings`,
  ])('is the one that %s names', (traceparent) =>
    expect(traceFrom({ traceparent, 'x-amzn-trace-id': root })).toMatchObject({ traceId: id, parentId: parent, isPart: false }),
  );

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
    `00-${id}-${parent}-01\n{"format":"json"}`,
  ])('is a new one when it names none: %s', (traceparent) => {
    const trace = traceFrom({ traceparent, 'x-amzn-trace-id': 'Root=1-not-one;Parent=2;Sampled=yes' });
    expect(trace).toEqual({ traceId: expect.stringMatching(fresh), isPart: false });
    expect(trace.traceId).not.toBe(id);
  });

  it("is that of AWS when nobody else's comes along", () => {
    expect(traceFrom({ 'x-amzn-trace-id': `Self=1-67891234-12456789abcdef012345678;${root};Sampled=1` })).toEqual({
      traceId: rootId,
      isPart: false,
      decided: true,
    });
  });

  it('is a part of the function of AWS that answers it, when both mean the same trace', () => {
    const within = { 'x-amzn-trace-id': `${root};Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:a87bd80c:0` };
    const asked = { traceId: rootId, parentId: '53995c3f42cd8ad8', isPart: true, decided: true };
    expect(traceFrom({ ...within, traceparent: `00-${rootId}-${parent}-00` })).toEqual(asked);
    expect(traceFrom({ ...within, traceparent: `00-${id}-${parent}-00` })).toEqual({
      traceId: id,
      parentId: parent,
      isPart: false,
      decided: true,
    });
  });

  it('tells X-Ray when it began', () => {
    expect(Math.abs(Number.parseInt(traceFrom({}).traceId.slice(0, 8), 16) - Date.now() / 1000)).toBeLessThan(2);
  });
});

describe('whether a trace is recorded', () => {
  const decidedFor = (headers: Record<string, string>) => traceFrom(headers).decided;
  const asks = (flags: string) => ({ traceparent: `00-${id}-${parent}-${flags}` });
  const says = (sampled: string) => ({ 'x-amzn-trace-id': `${root};Sampled=${sampled}` });

  it('a client may wish', () => expect(decidedFor(asks('01'))).toBe(true));
  it('a client that wishes nothing leaves to us', () => expect(decidedFor(asks('00'))).toBeUndefined());
  it.each([
    ['0', false],
    ['1', true],
  ])('AWS decides whatever a client wishes: %s', (sampled, decided) => {
    expect(decidedFor({ ...asks('01'), ...says(sampled) })).toBe(decided);
    expect(decidedFor({ ...asks('00'), ...says(sampled) })).toBe(decided);
  });
  it('AWS may leave to us', () => expect(decidedFor(says('?'))).toBeUndefined());
});
