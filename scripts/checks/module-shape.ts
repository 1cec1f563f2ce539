import { isDeepStrictEqual } from 'node:util';
import { type Check, type Finding, type House, isTest, readText } from './house.ts';
import { businessModules, type Workspace } from './packages.ts';

const exports = { '.': './src/index.ts', './contract': './src/contract/index.ts', './module': './src/module.ts' };
const required = ['README.md', 'src/index.ts', 'src/module.ts', 'src/contract/index.ts'];
const sections = ['## Owns', '## Invariants', '## Events', '## Glossary'];
/** Folders that are no aggregates. */
const kinds = new Set(['contract', 'domain', 'jobs']);

function shapeOf(house: House, { folder, name, exports: given }: Workspace): Finding[] {
  const at = (file: string, message: string): Finding => ({ file: `${folder}/${file}`, line: 1, message });
  const findings: Finding[] = [];
  if (name !== `@atlas/${folder.slice('packages/'.length)}`)
    findings.push(at('package.json', `is called ${name}, not after its folder`));
  if (!isDeepStrictEqual(given, exports)) findings.push(at('package.json', 'exports must be exactly . ./contract ./module'));
  for (const file of required) if (!house.files.includes(`${folder}/${file}`)) findings.push(at(file, 'is missing'));
  return findings;
}

function foldersOf(house: House, { folder }: Workspace): Finding[] {
  const findings: Finding[] = [];
  const aggregates = new Map<string, boolean>();
  for (const { path, text } of house.sources) {
    if (!path.startsWith(`${folder}/src/`)) continue;
    const steps = path.slice(`${folder}/src/`.length).split('/');
    const [first = ''] = steps;
    const at = (message: string) => findings.push({ file: path, line: 1, message });
    if (steps.length > 2) at('a module has one level of folders: contract, domain, jobs and one per aggregate');
    if (steps.length === 1 && first !== 'index.ts' && first !== 'module.ts')
      at('beside index.ts and module.ts nothing lies in src: it belongs to an aggregate, a rule or the contract');
    if (!/^[a-z0-9.-]+$/.test(steps.at(-1) ?? '')) at('file names are kebab-case');
    if (steps.length !== 2 || kinds.has(first) || isTest(path)) continue;
    aggregates.set(first, (aggregates.get(first) ?? false) || /=>?\s+(command|query)\(/.test(text));
  }
  for (const [aggregate, has] of aggregates) {
    if (!has)
      findings.push({
        file: `${folder}/src/${aggregate}`,
        line: 1,
        message: 'holds no command and no query: it is no aggregate',
      });
  }
  return findings;
}

function readmeOf(house: House, { folder }: Workspace): Finding[] {
  const file = `${folder}/README.md`;
  if (!house.files.includes(file)) return [];
  const text = readText(house, file);
  const missing = sections.filter((section) => !text.includes(`\n${section}`));
  const events = house.sources.find(({ path }) => path === `${folder}/src/contract/events.ts`)?.text ?? '';
  const untold = [...events.matchAll(/name: '([\w.]+)'/g)]
    .map((match) => match[1] as string)
    .filter((name) => !text.includes(name));
  return [
    ...missing.map((section) => ({ file, line: 1, message: `has no section "${section}"` })),
    ...untold.map((name) => ({ file, line: 1, message: `does not tell of the event ${name}` })),
  ];
}

/** Every business module has the one shape, so that adding a module is copying one. */
export const moduleShape: Check = {
  name: 'module shape',
  run: (house) =>
    businessModules(house).flatMap((each) => [...shapeOf(house, each), ...foldersOf(house, each), ...readmeOf(house, each)]),
};
