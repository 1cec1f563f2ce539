import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filled, type Words } from './words.ts';

const template = join(import.meta.dirname, 'template');

/** Writes the files of a new module below a root. Returns their paths. @throws Error when the module, or one of the files, exists */
function writeFiles(root: string, words: Words): string[] {
  if (existsSync(join(root, 'packages', words.module))) throw new Error(`packages/${words.module} exists already.`);
  const sources = readdirSync(template, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(template, path)).isFile(),
  );
  const pathOf = (source: string): string => filled(source, words).replace(/\.template$/, '');
  const taken = sources.map(pathOf).find((path) => existsSync(join(root, path)));
  if (taken) throw new Error(`${taken} exists already.`);
  return sources.map((source) => {
    const path = pathOf(source);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), filled(readFileSync(join(template, source), 'utf8'), words));
    return path;
  });
}

function edit(root: string, path: string, change: (text: string) => string): string {
  const before = readFileSync(join(root, path), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${path} does not look as expected: register the module there by hand.`);
  writeFileSync(join(root, path), after);
  return path;
}

function dependOn(root: string, folder: string, name: string): string {
  return edit(root, `${folder}/package.json`, (text) => {
    const json = JSON.parse(text) as { dependencies: Record<string, string> };
    json.dependencies[`@atlas/${name}`] = '*';
    return `${JSON.stringify(json, null, 2)}\n`;
  });
}

/** Tells the composition root and the law suite of the module. */
function register(root: string, { module }: Words): string[] {
  return [
    dependOn(root, 'packages/modules', module),
    edit(root, 'packages/modules/src/index.ts', (text) =>
      text
        .replace(/^/, `import { ${module} } from '@atlas/${module}/module';\n`)
        .replace(/(const business: readonly Module\[\] = \[[^\]]*)\]/, `$1, ${module}]`),
    ),
    dependOn(root, 'packages/testing', module),
    edit(root, 'packages/testing/src/laws/scenarios/index.ts', (text) =>
      text.replace(/^/, `import { ${module} } from './${module}.ts';\n`).replace(/(\.\.\.\w+),?(\s*\};)/, `$1, ...${module}$2`),
    ),
  ];
}

/** Scaffolds a module of the one shape below a root: files, registration, table, scenarios. Returns what it touched. */
export const scaffold = (root: string, words: Words): string[] => [...writeFiles(root, words), ...register(root, words)];
