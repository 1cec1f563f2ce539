import ts from 'typescript';
import { type Check, lineOf, visit } from './house.ts';

export const maxFunctionLines = 70;
export const maxComponentLines = 120;

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionDeclaration(node) ||
  ts.isFunctionExpression(node) ||
  ts.isArrowFunction(node) ||
  ts.isMethodDeclaration(node) ||
  ts.isConstructorDeclaration(node) ||
  ts.isAccessor(node);

/** The name that people know it by: its own, or that of the constant it is given to. */
function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name) return node.name.getText();
  for (let parent: ts.Node = node.parent; ; parent = parent.parent) {
    if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
    if (!ts.isCallExpression(parent) && !ts.isParenthesizedExpression(parent)) return 'a function';
  }
}

/** `describe(…, () => …)` groups tests; its length says nothing. */
const groupsTests = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && /^describe\b/.test(parent.expression.getText());

/** No function is longer than 70 lines; a React component, whose markup counts, 120. */
export const functionLength: Check = {
  name: 'function length',
  run: ({ sources }) =>
    sources.flatMap(({ path, tree }) => {
      const findings: { file: string; line: number; message: string }[] = [];
      visit(tree, (node) => {
        if (!isFunction(node) || groupsTests(node)) return;
        const first = lineOf(tree, node);
        const lines = tree.getLineAndCharacterOfPosition(node.end).line + 2 - first;
        const name = nameOf(node);
        const limit = path.endsWith('.tsx') && /^[A-Z]/.test(name) ? maxComponentLines : maxFunctionLines;
        if (lines > limit) findings.push({ file: path, line: first, message: `${name} has ${lines} lines; at most ${limit}` });
      });
      return findings;
    }),
};
