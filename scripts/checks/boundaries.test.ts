import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boundaryRules, crossings } from './boundaries.ts';

const fixtures = join(import.meta.dirname, 'fixtures', 'boundaries');

describe('boundaries', async () => {
  const found = await crossings(fixtures, ['packages', 'functions', 'web']);

  it.each(boundaryRules)('%s is broken by its fixture', (rule) => {
    expect(found.filter((crossing) => crossing.rule === rule)).not.toEqual([]);
  });

  it('say exactly which import breaks which rule, and leave the others alone', () => {
    expect(found.map(({ rule, from }) => `${from} ${rule}`).sort()).toMatchInlineSnapshot(`
      [
        "functions/api/src/decides.ts functions-decide-nothing",
        "functions/api/src/registers.ts functions-decide-nothing",
        "functions/api/src/registers.ts only-modules-registers",
        "packages/accounting/src/entries/knows-sales.ts accounting-knows-no-sub-ledger",
        "packages/imports/src/imports/knows-parties.ts cross-cutting-modules-know-no-business",
        "packages/kernel/src/clock.ts kernel-knows-nothing",
        "packages/parties/src/parties/meets-catalog.ts master-data-knows-no-other-module",
        "packages/platform/src/knows-business.ts platform-knows-no-business",
        "packages/sales/src/contract/knows-platform.ts contracts-run-in-a-browser",
        "packages/sales/src/domain/knows-contract.ts rules-know-the-kernel",
        "packages/sales/src/invoices/here.ts no-circles",
        "packages/sales/src/invoices/invoices.repository.ts repositories-know-no-other-module",
        "packages/sales/src/invoices/knows-nest.ts business-knows-no-framework",
        "packages/sales/src/invoices/leads-nowhere.ts resolvable",
        "packages/sales/src/invoices/reaches-inside.ts modules-meet-at-their-doors",
        "packages/sales/src/invoices/second-handle.ts only-platform-db-knows-prisma-and-pg",
        "packages/sales/src/invoices/uses-tests.ts tests-stay-in-tests",
        "packages/sdk/src/carries-server.ts sdk-knows-contracts",
        "packages/ui/src/knows-business.ts ui-knows-no-business",
        "web/features/knows-server.ts web-knows-contracts",
      ]
    `);
  });
});
