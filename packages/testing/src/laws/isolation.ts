import type { ErrorCatalogue } from '@atlas/contract';
import { AtlasError, uuidv7 } from '@atlas/kernel';
import { modules } from '@atlas/modules';
import type { Callable } from '@atlas/platform';
import { errorCatalogueOf } from '@atlas/platform/http';
import { expect } from 'vitest';
import type { World } from '../world.ts';
import { contentsOf, idsOf, uuids } from './contents.ts';
import { idFields, placesOf, replacedAt, valueAt } from './inputs.ts';
import { everyOfWorkspaces, everyQuery, type Input, type Law, preparedBeside, preparedToRun } from './scenario.ts';

const catalogue: ErrorCatalogue = errorCatalogueOf(modules);

/** How an operation takes an id that does not exist here: the code of its refusal, or `nothing found`. */
async function answerTo(operation: Callable, world: World, input: Input): Promise<string> {
  try {
    const answer = (await world.run(operation, input)) as { items?: unknown[] };
    expect(operation.kind, 'a command succeeded with an id that does not exist here').toBe('query');
    expect(answer.items, 'a query answers nothing about an id that does not exist here').toEqual([]);
    return 'nothing found';
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    expect([404, 422], `${error.code} says what is wrong`).toContain(catalogue[error.code]?.status);
    return error.code;
  }
}

/** An id of another tenant is an id of nothing: the same answer, and nobody's data is touched. */
export const refusesForeignIds: Law = {
  title: "treats each id of another tenant as it treats nobody's, and changes nothing",
  appliesTo: everyOfWorkspaces,
  hold: async (subject) => {
    const { operation } = subject;
    const { world, input } = await preparedToRun(subject);
    const other = await preparedBeside(subject);
    const both = () => Promise.all([contentsOf(world.tenantId), contentsOf(other.world.tenantId)]);
    const before = await both();
    for (const field of idFields(operation.route)) {
      const places = placesOf(input, field);
      expect(places, `the scenario of ${operation.route.name} names ${field}`).not.toEqual([]);
      for (const place of places) {
        const foreign = await answerTo(operation, world, replacedAt(input, place, valueAt(other.input, place)) as Input);
        const unknown = await answerTo(operation, world, replacedAt(input, place, uuidv7()) as Input);
        expect(foreign, `${place.join('.')} tells whether an id exists elsewhere`).toBe(unknown);
      }
    }
    expect(await both()).toEqual(before);
    await world.run(operation, input);
    expect(await contentsOf(other.world.tenantId)).toEqual(before[1]);
  },
};

/** Beside a tenant with data of the same kind, an answer holds nothing of it. */
export const showsOnlyItsOwn: Law = {
  title: "shows nothing of a neighbour's data",
  appliesTo: (operation) => everyQuery(operation) && everyOfWorkspaces(operation),
  hold: async (subject) => {
    const { world, input } = await preparedToRun(subject);
    const other = await preparedBeside(subject);
    await other.world.run(subject.operation, other.input);
    const foreign = await idsOf(other.world.tenantId);
    expect(foreign.size).toBeGreaterThan(0);
    const answer = JSON.stringify(await world.run(subject.operation, input));
    expect((answer.match(uuids) ?? []).filter((id) => foreign.has(id))).toEqual([]);
  },
};
