import ts from 'typescript';
import { type Check, type Finding, isTest, lineOf, type Source, visit } from './house.ts';

/** The platform is what statements are made with; those who test ask the database what they like. */
const isOutside = (path: string): boolean =>
  !/^packages\/[^/]+\/src\//.test(path) || /^packages\/(platform|testing)\//.test(path) || isTest(path);

function findingsIn({ path, tree }: Source): Finding[] {
  const findings: Finding[] = [];
  visit(tree, (node) => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(tree) === 'sql')
      findings.push({ file: path, line: lineOf(tree, node), message: 'a statement: it belongs to a *.repository.ts' });
  });
  return findings;
}

/** What is asked of the database is found in one kind of file, beside the rules that it serves. */
export const sqlPlaces: Check = {
  name: 'statements in repositories',
  run: ({ sources }) => sources.filter(({ path }) => !isOutside(path) && !path.endsWith('.repository.ts')).flatMap(findingsIn),
};
