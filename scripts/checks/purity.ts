import ts from 'typescript';
import { type Check, type Finding, isTest, lineOf, type Source, visit } from './house.ts';

const isDomain = (path: string): boolean => /^packages\/[^/]+\/src\/domain\//.test(path);
const isKernel = (path: string): boolean => path.startsWith('packages/kernel/src/');
/** Ids begin with the clock. */
const mayReadClock = 'packages/kernel/src/ids.ts';

const isAllowedImport = (path: string, from: string): boolean =>
  /^\.\/[^/]+$/.test(from) || (isDomain(path) && from === '@atlas/kernel');

function findingsIn({ path, tree }: Source): Finding[] {
  const findings: Finding[] = [];
  const at = (node: ts.Node, message: string) => findings.push({ file: path, line: lineOf(tree, node), message });
  visit(tree, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const from = node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : './own';
      if (!isAllowedImport(path, from)) at(node, `imports ${from}; a rule knows the kernel and its own domain`);
    }
    if (ts.isIdentifier(node) && node.text === 'Date' && path !== mayReadClock && !ts.isPropertyAccessExpression(node.parent))
      at(node, 'Date: use BusinessDate, and let the caller bring the instant');
    if (!ts.isPropertyAccessExpression(node)) return;
    const text = node.getText(tree);
    if (text === 'Math.round') at(node, 'Math.round: name the rounding rule (kernel/rounding)');
    if (text.startsWith('Date.') && path !== mayReadClock) at(node, `${text}: let the caller bring the instant`);
  });
  return findings;
}

/** Rules are pure: no clock, no unnamed rounding, nothing from outside the kernel and their own domain. */
export const purity: Check = {
  name: 'purity of rules',
  run: ({ sources }) => sources.filter(({ path }) => (isDomain(path) || isKernel(path)) && !isTest(path)).flatMap(findingsIn),
};
