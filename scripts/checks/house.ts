import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One place that breaks a rule, and what to do about it. */
export type Finding = { readonly file: string; readonly line: number; readonly message: string };

export type Source = { readonly path: string; readonly text: string; readonly tree: ts.SourceFile };

/** The repository as the checks see it: paths are relative to its root, with `/`. */
export type House = { readonly root: string; readonly files: readonly string[]; readonly sources: readonly Source[] };

export type Check = { readonly name: string; readonly run: (house: House) => Finding[] };

const skipped = new Set(['node_modules', 'generated', 'fixtures', 'dist', 'build', 'coverage']);

function* walk(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name) && !entry.name.startsWith('.')) yield* walk(root, path);
    } else if (entry.isFile()) yield path;
  }
}

const isSource = (path: string): boolean => /\.(ts|tsx|mts|cts)$/.test(path) && !path.endsWith('.d.ts');

/** Reads the sources below a root; generated code, dependencies and the fixtures of the checks are not ours to judge. */
export function readHouse(root: string): House {
  const files = [...walk(root, '')].sort();
  const sources = files.filter(isSource).map((path): Source => {
    const text = readFileSync(join(root, path), 'utf8');
    const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind) };
  });
  return { root, files, sources };
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** Line of a node, from one. */
export const lineOf = (tree: ts.SourceFile, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;

/** Visits every node below one. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

/** Reads a JSON file of the house, or null when it is not there. */
export function readJson(house: House, path: string): Record<string, unknown> | null {
  if (!house.files.includes(path)) return null;
  return JSON.parse(readFileSync(join(house.root, path), 'utf8')) as Record<string, unknown>;
}

export const readText = (house: House, path: string): string => readFileSync(join(house.root, path), 'utf8');

/** Where a quoted text stands first, so that a finding about a name can point at it. */
export function whereIs(house: House, text: string): { file: string; line: number } {
  for (const source of house.sources) {
    const at = source.text.indexOf(`'${text}'`);
    if (at >= 0 && !isTest(source.path))
      return { file: source.path, line: source.tree.getLineAndCharacterOfPosition(at).line + 1 };
  }
  return { file: 'packages/modules/src/index.ts', line: 1 };
}
