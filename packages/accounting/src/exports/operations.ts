import type { Callable } from '@atlas/platform';
import { exportReport } from './export-report.ts';
import { getReportFile, readReportFile } from './read-report-files.ts';
import type { ReportsByName } from './reports-by-name.ts';

/** Reports as files. */
export const exportOperations = (reports: ReportsByName): readonly Callable[] => [
  exportReport(reports),
  getReportFile(reports),
  readReportFile(reports),
];
