import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents } from './documents.ts';
import { expandOnly } from './expand-only/expand-only.ts';
import { fileLength } from './file-length.ts';
import { functionLength } from './function-length.ts';
import { type Check, readHouse } from './house.ts';
import { moduleShape } from './module-shape.ts';
import { names } from './names.ts';
import { packageGraph } from './package-graph.ts';
import { purity } from './purity.ts';
import { sqlPlaces } from './sql-places.ts';

/** What a check says of the house in its fixture folder, each as `file:line message`. */
function findings(check: Check, fixture: string): string[] {
  const house = readHouse(join(import.meta.dirname, 'fixtures', fixture));
  return check.run(house).map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe('the check of', () => {
  it('file length refuses line 301', () => {
    expect(findings(fileLength, 'file-length')).toEqual([
      'packages/sales/src/long.ts:301 301 lines; at most 300: give each concept a file',
    ]);
  });

  it('function length refuses 71 lines, and 121 of a component, and lets describe be', () => {
    expect(findings(functionLength, 'function-length')).toEqual([
      'packages/sales/src/total.test.ts:84 a function has 83 lines; at most 70',
      'packages/sales/src/total.ts:1 tooLong has 71 lines; at most 70',
      'web/page.tsx:118 LongPage has 136 lines; at most 120',
      'web/page.tsx:255 rows has 76 lines; at most 70',
    ]);
  });

  it('names refuses words that hide a concept, in files and in exports', () => {
    const said = findings(names, 'names');
    expect(said.map((line) => /:(\d+) /.exec(line)?.[1])).toEqual(['1', '1', '2', '4', '5', '6']);
    expect(said[0]).toBe(
      'packages/sales/src/invoices/invoice-helpers.ts:1 the file is called "helpers": say the rule or the value it is about',
    );
    expect(said.join()).not.toContain('utilities');
  });

  it('module shape refuses what is missing, misplaced and untold', () => {
    expect(findings(moduleShape, 'module-shape').sort()).toEqual([
      'packages/stock/README.md:1 does not tell of the event stock.item.counted',
      'packages/stock/README.md:1 has no section "## Glossary"',
      'packages/stock/package.json:1 exports must be exactly . ./contract ./module',
      'packages/stock/package.json:1 is called @atlas/store, not after its folder',
      'packages/stock/src/contract/index.ts:1 is missing',
      'packages/stock/src/extras/Extra.ts:1 file names are kebab-case',
      'packages/stock/src/extras:1 holds no command and no query: it is no aggregate',
      'packages/stock/src/items/inside/deep.ts:1 a module has one level of folders: contract, domain, jobs and one per aggregate',
      'packages/stock/src/loose.ts:1 beside index.ts and module.ts nothing lies in src: it belongs to an aggregate, a rule or the contract',
      'packages/stock/src/module.ts:1 is missing',
    ]);
  });

  it('purity refuses a clock, Math.round and imports in rules and the kernel', () => {
    expect(findings(purity, 'purity')).toEqual([
      'packages/kernel/src/money.ts:1 imports node:fs; a rule knows the kernel and its own domain',
      'packages/kernel/src/money.ts:3 Math.round: name the rounding rule (kernel/rounding)',
      'packages/sales/src/domain/price.ts:1 imports zod; a rule knows the kernel and its own domain',
      'packages/sales/src/domain/price.ts:4 imports ../invoices/row.ts; a rule knows the kernel and its own domain',
      'packages/sales/src/domain/price.ts:6 Date: use BusinessDate, and let the caller bring the instant',
      'packages/sales/src/domain/price.ts:7 Math.round: name the rounding rule (kernel/rounding)',
      'packages/sales/src/domain/price.ts:8 Date.now: let the caller bring the instant',
    ]);
  });

  it('statements lie in repositories, and where they are made', () => {
    expect(findings(sqlPlaces, 'sql-places')).toEqual([
      'packages/sales/src/invoices/close-invoice.ts:3 a statement: it belongs to a *.repository.ts',
    ]);
  });

  it('the package graph refuses what is not declared, not used, not allowed and circular', () => {
    expect(findings(packageGraph, 'package-graph')).toEqual([
      'packages/accounting/package.json:1 may not depend on @atlas/sales (architecture, "Who may import whom")',
      'packages/sales/src/index.ts:3 imports @atlas/parties, which packages/sales/package.json does not name',
      'packages/ui/package.json:1 names @atlas/kernel and does not import it',
      'packages/ui/package.json:1 may not depend on @atlas/kernel (architecture, "Who may import whom")',
      'package.json:1 packages go round in a circle: @atlas/accounting → @atlas/sales → @atlas/accounting',
    ]);
  });

  it('documents refuses commands and links that do not exist', () => {
    expect(findings(documents, 'documents')).toEqual([
      'README.md:6 there is no npm script "bench"',
      'README.md:7 there is no npm script "test"',
      'README.md:10 the link to docs/gone.md leads nowhere',
      'guide.md:10 npm run start knows no --silent',
      'guide.md:11 npx would have to fetch "left-pad": no package.json names it',
      'guide.md:12 sst knows no "explode"',
      'guide.md:13 there is no scripts/gone.ts',
      'guide.md:14 "aws rds restore-everything" is not in scripts/checks/known-commands.ts',
      'guide.md:15 aws lambda invoke knows no --sideways',
      'guide.md:16 nobody knows the program "cat"',
      'guide.md:16 "aws ec2 terminate-instances" is not in scripts/checks/known-commands.ts',
    ]);
  });

  it('migrations refuses what takes something away without saying so, and what is no transaction', () => {
    const bare = findings(expandOnly, 'expand-only').map((line) => line.replace(/^prisma\/migrations\/|: only in a.*$/g, ''));
    expect(bare).toEqual([
      '1_takes/migration.sql:2 texts is dropped',
      '1_takes/migration.sql:3 words: column text is dropped',
      '1_takes/migration.sql:3 words: column id changes its type',
      '1_takes/migration.sql:4 words: column letter must be given from now on',
      '1_takes/migration.sql:5 words: size must be given, which an earlier release does not: let it be null, or give it a default',
      '1_takes/migration.sql:6 words: letter loses its default, which an earlier release relies on',
      '1_takes/migration.sql:7 words: words_short refuses what an earlier release may write',
      '1_takes/migration.sql:8 words_letter refuses what an earlier release may write',
      '1_takes/migration.sql:9 words or a part of it is renamed',
      '1_takes/migration.sql:10 words or a part of it is renamed',
      '1_takes/migration.sql:11 letters is emptied',
      '1_takes/migration.sql:12 rows of letters are deleted',
      '1_takes/migration.sql:13 readers is dropped',
      '1_takes/migration.sql:14 spell is dropped',
      '1_takes/migration.sql:15 words_size is dropped',
      '1_takes/migration.sql:16 a right is revoked',
      '1_takes/migration.sql:17 nobody can see what a block of code does: write it as statements',
      '1_takes/migration.sql:18 words: AT_DisableRowSecurity is not known to be harmless',
      '1_takes/migration.sql:19 RuleStmt is not known to be harmless',
      '4_misfits/migration.sql:2 a migration is one transaction already',
      '4_misfits/migration.sql:3 concurrently does not go in a transaction',
      '4_misfits/migration.sql:4 set local: the next migration runs in the same session',
      '4_misfits/migration.sql:5 a migration is one transaction already',
    ]);
  });
});
