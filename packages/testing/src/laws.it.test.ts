import { modules } from '@atlas/modules';
import { describe, expect, it } from 'vitest';
import { laws } from './laws/index.ts';
import { scenarios } from './laws/scenarios/index.ts';

const operations = modules.flatMap((module) => module.operations.map((operation) => ({ module, operation })));

describe('the law suite', () => {
  it('has a scenario for every operation, and none for what is gone', () => {
    expect(Object.keys(scenarios).sort()).toEqual(operations.map(({ operation }) => operation.route.name as string).sort());
  });
});

for (const { module, operation } of operations) {
  const scenario = scenarios[operation.route.name];
  if (!scenario) continue;
  describe(operation.route.name, () => {
    for (const law of laws) {
      if (law.appliesTo(operation)) it(law.title, () => law.hold({ module, operation, scenario }));
    }
  });
}
