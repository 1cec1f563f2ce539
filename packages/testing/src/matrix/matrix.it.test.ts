import { AtlasError } from '@atlas/kernel';
import { modules } from '@atlas/modules';
import { type Actor, type Callable, permissionsOf, policyOf } from '@atlas/platform';
import { describe, expect, it } from 'vitest';
import { contentsOf, idsOf, uuids } from '../laws/contents.ts';
import { idFields, placesOf, replacedAt, valueAt } from '../laws/inputs.ts';
import type { Input, Scenario } from '../laws/scenario.ts';
import { scenarios } from '../laws/scenarios/index.ts';
import type { World } from '../world.ts';
import { expected, roles } from './expected.ts';

const policy = policyOf(permissionsOf(modules));
const operations = modules.flatMap((module) => module.operations as readonly Callable[]);

const actorIn = (role: string, { userId }: World): Actor =>
  policy.actorOf(userId, policy.rolesOf({ role, ready: [], custom: [] }));

/** The code of a refusal, or the answer. Anything else that goes wrong is a bug. */
async function outcomeOf(operation: Callable, world: World, input: Input, role: string) {
  try {
    return { code: null, answer: (await world.run(operation, input, { actor: actorIn(role, world) })) as unknown };
  } catch (error) {
    if (error instanceof AtlasError) return { code: error.code, answer: undefined };
    throw error;
  }
}

/** The input with each id of another tenant in place of the own one. */
function foreignInputs({ route }: Callable, own: Input, foreign: Input): Input[] {
  return idFields(route)
    .flatMap((field) => placesOf(own, field))
    .map((place) => replacedAt(own, place, valueAt(foreign, place)) as Input);
}

const refusals = new Set(['forbidden', 'not_found']);
const isRefused = (code: string | null): boolean => code !== null && (refusals.has(code) || /unknown|invalid|not_/.test(code));

/** An id of another tenant is an id of nothing, and who may not is not told as much as that. */
async function reachNothing(operation: Callable, world: World, inputs: readonly Input[], allowed: ReadonlySet<string>) {
  for (const role of roles) {
    for (const input of inputs) {
      const { code, answer } = await outcomeOf(operation, world, input, role);
      const found = (answer as { items?: unknown[] } | undefined)?.items;
      expect(isRefused(code) || found?.length === 0, `${role} reaches another tenant: ${code}`).toBe(true);
      if (!allowed.has(role)) expect(code, `${role} is told something of another tenant`).toBe('forbidden');
    }
  }
}

async function holdTo(operation: Callable, scenario: Scenario, allowed: ReadonlySet<string>): Promise<void> {
  const [world, other] = await Promise.all([scenario.open(), scenario.open()]);
  const [input, foreignInput] = await Promise.all([scenario.input(world), scenario.input(other)]);
  const [before, foreignIds] = await Promise.all([contentsOf(other.tenantId), idsOf(other.tenantId)]);
  await reachNothing(operation, world, foreignInputs(operation, input, foreignInput), allowed);
  const shown: string[] = [];
  for (const role of roles) {
    const { code, answer } = await outcomeOf(operation, world, input, role);
    expect(code !== 'forbidden', `${role} may ${operation.route.name}`).toBe(allowed.has(role));
    if (role === 'owner' && allowed.has(role)) expect(code).toBeNull();
    shown.push(...(JSON.stringify(answer ?? '').match(uuids) ?? []).filter((id) => foreignIds.has(id)));
  }
  expect(shown, 'ids of another tenant').toEqual([]);
  expect(await contentsOf(other.tenantId)).toEqual(before);
}

describe('the matrix of operations and ready roles', () => {
  it('has a row for every operation and a column for every role, and none for what is gone', () => {
    expect([...expected.keys()].sort()).toEqual(operations.map(({ route }) => route.name).sort());
    expect(roles).toEqual(policy.ready.map(({ code }) => code));
  });

  for (const operation of operations) {
    const scenario = scenarios[operation.route.name];
    const allowed = expected.get(operation.route.name);
    if (scenario && allowed) it(operation.route.name, () => holdTo(operation, scenario, allowed));
  }

  it('gives nothing to a role that nobody knows, and adds several up', () => {
    const may = (role: string) => new Set(policy.allowed(policy.rolesOf({ role, ready: [], custom: [] })));
    for (const unknown of ['', 'root', 'Owner', 'owner;admin', '*', 'constructor']) expect(may(unknown).size, unknown).toBe(0);
    expect(may('warehouse, employee')).toEqual(new Set([...may('warehouse'), ...may('employee')]));
    expect(policy.allowed(policy.rolesOf({ role: 'employee', ready: ['accountant'], custom: [] }))).toContain(
      'sales.invoice.void',
    );
  });
});
