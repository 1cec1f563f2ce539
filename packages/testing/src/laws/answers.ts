import { jsonWriterOf } from '@atlas/platform/http';
import { expect } from 'vitest';
import { newWorld } from '../world.ts';
import { contentsOf } from './contents.ts';
import { everyOperation, everyQuery, type Law, prepared, preparedToRun } from './scenario.ts';

/** What goes out is what the contract promises, as JSON and to the last field. */
export const keepsItsContract: Law = {
  title: 'answers exactly what its contract says: nothing missing, no leaked column',
  appliesTo: everyOperation,
  hold: async (subject) => {
    const { operation } = subject;
    const { world, input } = await preparedToRun(subject);
    const answer = await world.run(operation, input);
    const json: unknown = JSON.parse(JSON.stringify(answer));
    expect(json, 'the answer is plain JSON').toEqual(answer);
    // Parsing drops what the schema does not name: equality means there was nothing to drop.
    expect(operation.route.output.parse(json)).toEqual(json);
    // HTTP does not check what a query found: it writes it by the contract, which must come to the same.
    const found = await operation.unchecked?.(world.ctx(), input);
    if (found !== undefined)
      expect(JSON.parse(jsonWriterOf(operation.route)(found))).toEqual(operation.route.output.parse(found));
  },
};

/** A caller's extra fields do nothing: least of all choose the tenant. */
export const ignoresUnknownFields: Law = {
  title: 'ignores fields that its contract does not name, a tenant above all',
  appliesTo: everyOperation,
  hold: async (subject) => {
    const { world, input } = await preparedToRun(subject);
    const { tenantId } = await newWorld();
    await world.run(subject.operation, {
      ...input,
      tenantId,
      tenant_id: tenantId,
      unexpected: [{ __proto__: null, id: tenantId }],
    });
    expect(new Set(Object.values(await contentsOf(tenantId)))).toEqual(new Set(['empty']));
  },
};

export const changesNothing: Law = {
  title: 'reads and changes nothing',
  appliesTo: everyQuery,
  hold: async (subject) => {
    const { world, input } = await preparedToRun(subject);
    const before = await contentsOf(world.tenantId);
    await world.run(subject.operation, input);
    expect(await contentsOf(world.tenantId)).toEqual(before);
  },
};

/** Two people edit one version: the second learns of it. */
export const refusesOutdatedVersions: Law = {
  title: 'refuses to edit a version that is not the current one, changing nothing',
  appliesTo: ({ kind, route }) => kind === 'command' && 'version' in route.input.shape,
  hold: async (subject) => {
    const { world, input } = await prepared(subject);
    const before = await contentsOf(world.tenantId);
    for (const version of [Number(input.version) + 1, Number(input.version) + 1000]) {
      await expect(world.run(subject.operation, { ...input, version })).rejects.toMatchObject({ code: 'version_conflict' });
    }
    expect(await contentsOf(world.tenantId)).toEqual(before);
    await world.run(subject.operation, input);
    await expect(world.run(subject.operation, input)).rejects.toMatchObject({ code: 'version_conflict' });
  },
};
