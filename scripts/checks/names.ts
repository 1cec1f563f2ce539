import { basename } from 'node:path';
import ts from 'typescript';
import { type Check, type Finding, lineOf, type Source } from './house.ts';

/** Words that hide a missing concept, and what to say instead. */
const banned: Readonly<Record<string, string>> = {
  service: 'a command, a query or a rule: name the verb',
  manager: 'what it keeps or decides',
  helper: 'the rule or the value it is about',
  util: 'the rule or the value it is about',
  common: 'what its parts have in common',
  shared: 'the package or concept that owns it',
  dto: 'the contract: input or output',
  mapper: 'what comes out: rowsOf, entryLinesOf',
  entity: 'the record by its own name: party, invoice, entry',
};

/** Names that the field gave: a service account is what everyone calls a program with keys of its own. */
const fieldNames = /service[-_ ]?account/gi;

const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<!s)s$/, '');

/** `partyServices` → party, services */
const wordsOf = (name: string): string[] =>
  (name.replace(fieldNames, 'account').match(/[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());

function bannedIn(name: string): { word: string; instead: string } | null {
  for (const word of wordsOf(name)) {
    const instead = banned[singular(word)] ?? banned[word];
    if (instead) return { word, instead };
  }
  return null;
}

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/** The names that a file exports, where they stand. */
function exportsOf(tree: ts.SourceFile): ts.Node[] {
  return tree.statements.flatMap((statement): ts.Node[] => {
    if (ts.isExportDeclaration(statement) && statement.exportClause) {
      const { exportClause } = statement;
      return ts.isNamedExports(exportClause) ? exportClause.elements.map(({ name }) => name) : [exportClause.name];
    }
    if (!isExported(statement)) return [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name);
    const { name } = statement as ts.Statement & { name?: ts.Node };
    return name ? [name] : [];
  });
}

function findingsIn({ path, tree }: Source): Finding[] {
  const findings: Finding[] = [];
  const file = bannedIn(basename(path));
  if (file) findings.push({ file: path, line: 1, message: `the file is called "${file.word}": say ${file.instead}` });
  for (const node of exportsOf(tree)) {
    const found = bannedIn(node.getText(tree));
    if (found)
      findings.push({
        file: path,
        line: lineOf(tree, node),
        message: `${node.getText(tree)}: not "${found.word}", say ${found.instead}`,
      });
  }
  return findings;
}

/** No file and no export bears a word that hides a missing concept. */
export const names: Check = { name: 'names', run: ({ sources }) => sources.flatMap(findingsIn) };
