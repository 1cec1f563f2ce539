import { exportReport } from './export-report.ts';
import { getReportFile, readReportFile } from './read-report-files.ts';

/** Reports as files. */
export const exportOperations = [exportReport, getReportFile, readReportFile] as const;
