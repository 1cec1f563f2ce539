import { assert } from '@atlas/kernel';
import type { Reportable } from '@atlas/platform';
import { budgetFile } from './budget-file.ts';
import { byDimensionFile } from './by-dimension-file.ts';
import { generalLedgerFile, journalFile } from './ledger-files.ts';
import { revaluationFile } from './revaluation-file.ts';
import { statementFiles } from './statement-files.ts';

/** The reports of the ledger that are written as files. */
export const ledgerReports: readonly Reportable[] = [
  ...statementFiles,
  generalLedgerFile,
  journalFile,
  byDimensionFile,
  budgetFile,
  revaluationFile,
];

/** Every report that is written as a file, by its name. */
export type ReportsByName = ReadonlyMap<string, Reportable>;

export function reportsByName(reports: readonly Reportable[]): ReportsByName {
  const byName = new Map(reports.map((each) => [each.spec.name, each]));
  assert(byName.size === reports.length, 'no two reports have one name');
  return byName;
}
