import type { ErrorCatalogue } from '@atlas/contract';
import { AtlasError, uuidv7 } from '@atlas/kernel';
import { modules } from '@atlas/modules';
import type { Callable } from '@atlas/platform';
import { errorCatalogueOf } from '@atlas/platform/http';
import { expect } from 'vitest';
import type { World } from '../world.ts';
import { contentsOf, idsOf, uuids } from './contents.ts';
import { idFields, placesOf, replacedAt, valueAt } from './inputs.ts';
import { everyOfWorkspaces, everyQuery, type Input, type Law, preparedBeside, preparedToRun, type Subject } from './scenario.ts';

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

/** What an input names of another tenant changes nothing and tells nothing. @returns the fields in which it names ids */
async function refusedIds(subject: Subject): Promise<string[]> {
  const { operation } = subject;
  const { world, input } = await preparedToRun(subject);
  const other = await preparedBeside(subject);
  const both = () => Promise.all([contentsOf(world.tenantId), contentsOf(other.world.tenantId)]);
  const before = await both();
  const named = idFields(operation.route).filter((field) => placesOf(input, field).length > 0);
  for (const place of named.flatMap((field) => placesOf(input, field))) {
    const foreign = await answerTo(operation, world, replacedAt(input, place, valueAt(other.input, place)) as Input);
    const unknown = await answerTo(operation, world, replacedAt(input, place, uuidv7()) as Input);
    expect(foreign, `${place.join('.')} tells whether an id exists elsewhere`).toBe(unknown);
  }
  expect(await both()).toEqual(before);
  await world.run(operation, input);
  expect(await contentsOf(other.world.tenantId)).toEqual(before[1]);
  return named;
}

/** An id of another tenant is an id of nothing: the same answer, and nobody's data is touched. */
export const refusesForeignIds: Law = {
  title: "treats each id of another tenant as it treats nobody's, and changes nothing",
  appliesTo: everyOfWorkspaces,
  hold: async (subject) => {
    const { operation, scenario } = subject;
    const named = new Set<string>();
    for (const each of [scenario, ...Object.values(scenario.besides ?? {})])
      for (const field of await refusedIds({ ...subject, scenario: each })) named.add(field);
    expect([...named].sort(), `the scenarios of ${operation.route.name} name every id`).toEqual(idFields(operation.route).sort());
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
