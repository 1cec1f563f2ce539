import fc from 'fast-check';
import { expect } from 'vitest';
import type { Caller } from './caller.ts';
import type { Neighbour } from './neighbour.ts';
import { everyTarget } from './targets.ts';

/** Everything of a neighbour that fits into requests of one route: nothing of it is seen. Whether something of it has changed is asked once for all routes. */
export async function neverReaches(caller: Caller, route: string): Promise<void> {
  const choices = await caller.choices(route);
  const statuses: number[] = [];
  for (let choice = 0; choice < choices; choice++) statuses.push(await caller.smuggle(route, choice));
  expect(Math.min(...statuses), 'the caller’s own request works').toBeLessThan(300);
}

const step = fc.tuple(fc.constantFrom(...everyTarget.map(({ route }) => route.name)), fc.nat(1000), fc.nat(1_000_000));

/**
 * The same in random sequences of all routes, in which what was done before changes what there is to reach. A failure
 * prints its seed and its shortest sequence; ISOLATION_SEED runs it again.
 */
export async function neverReachesInSequence(caller: Caller, neighbour: Neighbour): Promise<void> {
  const seed = process.env.ISOLATION_SEED;
  const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }), async (steps) => {
    for (const [route, choice, id] of steps) await caller.smuggle(route, choice, neighbour.idAt(id));
    expect(await neighbour.changes(), 'changed records of the neighbour').toEqual([]);
  });
  await fc.assert(property, {
    numRuns: 15,
    interruptAfterTimeLimit: 10_000,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  });
}
