import { AtlasError } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { connectDaemon } from './daemon.ts';
import { segmentOf } from './segment.ts';
import { during, type EndedSpan, Span } from './span.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

function recorded(): { span: Span; told: EndedSpan[] } {
  const told: EndedSpan[] = [];
  return { told, span: new Span({ traceId, isPart: false, name: 'trial' }, (ended) => told.push(ended)) };
}

/** What X-Ray is told of work that fails like this. */
async function failing(error: unknown): Promise<Record<string, unknown>> {
  const { span, told } = recorded();
  await expect(during(span, () => Promise.reject(error))).rejects.toBe(error);
  const [ended] = told;
  return JSON.parse(segmentOf(ended as EndedSpan, { release: 'abc1234' })) as Record<string, unknown>;
}

describe('a span', () => {
  it('tells of a failure its kind and code, and not its message', async () => {
    const error = Object.assign(new TypeError('ada@example.com is no customer'), { code: '23505' });
    const segment = await failing(error);
    expect(segment).toMatchObject({ fault: true, cause: { exceptions: [{ type: 'TypeError', message: '23505' }] } });
    expect(JSON.stringify(segment)).not.toContain('ada@');
  });

  it.each([
    ['a refusal', new AtlasError('forbidden', 'No.'), { error: true }],
    ['what is away', new AtlasError('unavailable', 'Later.'), { fault: true }],
    ['what is no error at all', 'ada@example.com', { fault: true, cause: { exceptions: [{ type: 'Error' }] } }],
    ['a code that is none', Object.assign(new Error(''), { code: 'ada@example.com' }), { fault: true }],
  ])('knows whose fault it is: %s', async (_name, error, expected) => {
    const segment = await failing(error);
    expect(segment).toMatchObject(expected);
    expect('fault' in segment && 'error' in segment).toBe(false);
    expect(JSON.stringify(segment)).not.toContain('ada@');
  });

  it('has a hundred parts at most, and goes on', async () => {
    const { span, told } = recorded();
    for (let step = 0; step < 150; step++)
      expect(await during(span.part('step')?.part('statement'), () => Promise.resolve(step))).toBe(step);
    expect(told.length).toBeLessThanOrEqual(100);
    expect(span.part('step')).toBeNull();
  });
});

it.each(['127.0.0.1:9', 'nobody.invalid:2000'])('a daemon that is away harms nobody: %s', async (address) => {
  const send = await connectDaemon(address);
  for (let count = 0; count < 3; count++) {
    send('{}');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
});
