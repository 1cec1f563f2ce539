import { withoutSecrets } from '@atlas/contract';
import { uuidv7 } from '@atlas/kernel';
import { expect } from 'vitest';
import { createParty } from '../operations.ts';
import { contentsOf } from './contents.ts';
import { everyCommand, type Law, prepared } from './scenario.ts';
import { variationOf } from './variation.ts';

/** One key, one effect: however often and however concurrently the request comes. */
export const happensOncePerKey: Law = {
  title: 'happens once for one idempotency key, answers the same again, and refuses the key for anything else',
  appliesTo: everyCommand,
  hold: async (subject) => {
    const { operation } = subject;
    const { world, input } = await prepared(subject);
    const key = uuidv7();
    const [first, twin] = await Promise.all([1, 2].map(() => world.run(operation, input, { key })));
    const once = await contentsOf(world.tenantId);
    const kept = (answer: unknown) => withoutSecrets(operation.route, answer);
    expect(kept(twin)).toEqual(kept(first));
    // What is shown once is not shown again.
    expect(await world.run(operation, input, { key })).toEqual(kept(first));
    const reused = { code: 'idempotency_key_reused' };
    const varied = variationOf(operation.route, input);
    if (varied) await expect(world.run(operation, varied, { key })).rejects.toMatchObject(reused);
    await expect(world.run(createParty, { code: 'REPLAY', name: 'Replay' }, { key })).rejects.toMatchObject(reused);
    expect(await contentsOf(world.tenantId)).toEqual(once);
  },
};
