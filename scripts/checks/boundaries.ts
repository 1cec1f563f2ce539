import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IRegularForbiddenRuleType } from 'dependency-cruiser';

type Config = { readonly forbidden: readonly IRegularForbiddenRuleType[]; readonly options: ICruiseOptions };

const repository = join(import.meta.dirname, '..', '..');
const config = createRequire(import.meta.url)(join(repository, '.dependency-cruiser.cjs')) as Config;

/** The names of all rules, so that a test can ask for a fixture of each. */
export const boundaryRules: readonly string[] = config.forbidden.map(({ name }) => name as string);

export type Crossing = { readonly rule: string; readonly from: string; readonly to: string };

/** Imports below a root that the rules of `.dependency-cruiser.cjs` forbid. */
export async function crossings(root: string, folders: readonly string[]): Promise<Crossing[]> {
  const { output } = await cruise(
    [...folders],
    { ...config.options, baseDir: root, validate: true, ruleSet: { forbidden: [...config.forbidden] } },
    { ...config.options.enhancedResolveOptions, alias: { '@': join(root, 'web') } },
  );
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle ? cycle.map(({ name }) => name).join(' → ') : to,
  }));
}

if (import.meta.main) {
  const found = await crossings(repository, ['packages', 'functions', 'web', 'scripts', 'prisma']);
  for (const { rule, from, to } of found) process.stdout.write(`${from}:1 ${rule}: ${to}\n`);
  process.stdout.write(found.length === 0 ? '✓ boundaries\n' : `✗ ${found.length} imports cross a boundary\n`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
