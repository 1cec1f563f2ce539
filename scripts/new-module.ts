import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scaffold } from './new-module/scaffold.ts';
import { wordsOf } from './new-module/words.ts';
import { root, run } from './run.ts';

const [module, aggregate] = process.argv.slice(2);
if (!module) {
  process.stderr.write('Usage: npm run new:module <name> [<aggregate>]   npm run new:module assets fixed-asset\n');
  process.exit(1);
}
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};
try {
  const paths = scaffold(root, wordsOf(module, aggregate, new Date(), devDependencies.zod ?? '*'));
  const code = await run('biome', [
    'check',
    '--write',
    '--log-level=error',
    ...paths.filter((path) => /\.(ts|json)$/.test(path)),
  ]);
  process.stdout.write(`${paths.map((path) => `  ${path}`).join('\n')}\n
Next: npm install (links the package), npm run snapshot (OpenAPI and SQL catalogue), npm test.\n`);
  process.exit(code);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
