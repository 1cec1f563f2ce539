import { expect } from 'vitest';
import { allowing } from '../world.ts';
import { contentsOf } from './contents.ts';
import { everyOperation, type Law, prepared } from './scenario.ts';

/** The permission is the name of the operation: without it nothing happens, and nothing else is needed. */
export const needsItsPermission: Law = {
  title: 'is forbidden without its permission, changing nothing, and allowed with exactly it',
  appliesTo: everyOperation,
  hold: async (subject) => {
    const { operation } = subject;
    const { world, input } = await prepared(subject);
    const before = await contentsOf(world.tenantId);
    const everythingElse = { ...allowing(), may: (permission: string) => permission !== operation.route.name };
    for (const actor of [allowing(), everythingElse]) {
      await expect(world.run(operation, input, { actor })).rejects.toMatchObject({
        code: 'forbidden',
        details: { permission: operation.route.name },
      });
    }
    expect(await contentsOf(world.tenantId)).toEqual(before);
    await world.run(operation, input, {
      actor: { ...allowing(operation.route.name, ...(subject.scenario.also ?? [])), id: world.userId },
    });
  },
};
