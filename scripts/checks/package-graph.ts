import ts from 'typescript';
import { type Check, type Finding, type House, isTest, lineOf, type Source, visit } from './house.ts';
import { housePackages, type Workspace, workspacesOf } from './packages.ts';

const ground = ['@atlas/kernel', '@atlas/contract', '@atlas/platform'];

/** Who may depend on whom among the business modules (architecture, "Who may import whom"). */
const known: Readonly<Record<string, readonly string[]>> = {
  parties: [],
  catalog: [],
  tax: ['@atlas/accounting'],
  accounting: ['@atlas/parties', '@atlas/catalog'],
  imports: [],
  reports: [],
  search: [],
  webhooks: [],
  comments: [],
};

/** What a workspace may depend on; `null` when anything is allowed. */
function allowedFor({ folder }: Workspace, business: ReadonlySet<string>): ReadonlySet<string> | null {
  const name = folder.split('/').at(-1) ?? '';
  switch (name) {
    case 'kernel':
    case 'ui':
      return new Set();
    case 'migrate':
      return new Set(['@atlas/platform']);
    case 'contract':
      return new Set(['@atlas/kernel']);
    case 'platform':
      return new Set(['@atlas/kernel', '@atlas/contract']);
    case 'modules':
      return new Set([...ground, ...business]);
    case 'sdk':
      return new Set(['@atlas/kernel', '@atlas/contract', ...business]);
    case 'web':
      return new Set(['@atlas/kernel', '@atlas/contract', '@atlas/sdk', '@atlas/ui', ...business]);
    case 'testing':
      return null;
  }
  if (folder.startsWith('functions/')) return new Set([...ground, '@atlas/modules', '@atlas/migrate', ...business]);
  return new Set([...ground, ...(known[name] ?? business)]);
}

type Imported = { readonly name: string; readonly source: Source; readonly line: number };

const packageOf = (specifier: string): string => specifier.split('/').slice(0, 2).join('/');

/** The packages of ours that a workspace's sources import. */
function importsOf(house: House, folder: string): Imported[] {
  return house.sources
    .filter(({ path }) => path.startsWith(`${folder}/`))
    .flatMap((source) => {
      const found: Imported[] = [];
      visit(source.tree, (node) => {
        const specifier =
          (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier
            ? node.moduleSpecifier
            : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
              ? node.arguments[0]
              : undefined;
        if (specifier && ts.isStringLiteral(specifier) && specifier.text.startsWith('@atlas/'))
          found.push({ name: packageOf(specifier.text), source, line: lineOf(source.tree, node) });
      });
      return found;
    });
}

function declared(house: House, workspace: Workspace): Finding[] {
  const { folder, name, dependencies, devDependencies } = workspace;
  const imports = importsOf(house, folder).filter((each) => each.name !== name);
  const missing = imports.filter(
    (each) => !dependencies.includes(each.name) && !(isTest(each.source.path) && devDependencies.includes(each.name)),
  );
  const used = new Set(imports.map((each) => each.name));
  const unused = [...dependencies, ...devDependencies].filter((each) => each.startsWith('@atlas/') && !used.has(each));
  return [
    ...missing.map((each) => ({
      file: each.source.path,
      line: each.line,
      message: `imports ${each.name}, which ${folder}/package.json does not name`,
    })),
    ...unused.map((each) => ({ file: `${folder}/package.json`, line: 1, message: `names ${each} and does not import it` })),
  ];
}

function permitted(workspace: Workspace, business: ReadonlySet<string>): Finding[] {
  const allowed = allowedFor(workspace, business);
  if (!allowed) return [];
  return workspace.dependencies
    .filter((name) => name.startsWith('@atlas/') && !allowed.has(name))
    .map((name) => ({
      file: `${workspace.folder}/package.json`,
      line: 1,
      message: `may not depend on ${name} (architecture, "Who may import whom")`,
    }));
}

/** The first cycle that is found from a package on, as a path of names. */
function cycleFrom(start: string, graph: ReadonlyMap<string, readonly string[]>, path: readonly string[] = []): string[] | null {
  if (path.includes(start)) return [...path.slice(path.indexOf(start)), start];
  for (const next of graph.get(start) ?? []) {
    const cycle = cycleFrom(next, graph, [...path, start]);
    if (cycle) return cycle;
  }
  return null;
}

/** Imports and package.json files tell the same story, and it is the one of the import table. */
export const packageGraph: Check = {
  name: 'package graph',
  run: (house) => {
    const workspaces = workspacesOf(house);
    const business = new Set(
      workspaces
        .filter(({ folder }) => folder.startsWith('packages/') && !housePackages.has(folder.slice('packages/'.length)))
        .map(({ name }) => name),
    );
    const graph = new Map(workspaces.map(({ name, dependencies }) => [name, dependencies]));
    const cycle = workspaces.map(({ name }) => cycleFrom(name, graph)).find((each) => each !== null);
    return [
      ...workspaces.flatMap((each) => [...declared(house, each), ...permitted(each, business)]),
      ...(cycle ? [{ file: 'package.json', line: 1, message: `packages go round in a circle: ${cycle.join(' → ')}` }] : []),
    ];
  },
};
