import { type Reportable, reportable } from '@atlas/platform';
import { statementFiles as specs } from '../contract/report-specs.ts';
import { readStatement, spansOfStatement } from '../reports/read-statement.ts';
import { checkColumns } from './check-columns.ts';
import { reportHead } from './report-paper.ts';
import { statementPaper } from './statement-paper.ts';

/** Statements as files: what is wrong with their days or columns is said at once. */
export const statementFiles: readonly Reportable[] = Object.values(specs).map((spec) =>
  reportable({
    spec,
    check: async (tx, terms) => {
      spansOfStatement({ kind: spec.name, ...terms });
      await Promise.all([reportHead(tx, terms), checkColumns(tx, terms)]);
      return [terms.from, terms.to].filter((day) => day !== undefined);
    },
    paper: ({ read, language }, terms) =>
      read(async (tx) => statementPaper(await readStatement.in(tx, { kind: spec.name, ...terms }), language, terms.knownOn)),
  }),
);
