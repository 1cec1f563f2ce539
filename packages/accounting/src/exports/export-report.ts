import { present, uuidv7 } from '@atlas/kernel';
import { command, found, type Operation, requestJob } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { type exportReport as Route, reportFileRequested } from '../contract/exports.ts';
import { exportRouteOf } from './export-route.ts';
import { checkMayRead } from './may-read.ts';
import { insertReportFile, loadReportFile } from './report-files.repository.ts';
import type { ReportsByName } from './reports-by-name.ts';

/** Asks for a report as a file, which a job writes: what is wrong with what is asked is said at once. */
export const exportReport = (reports: ReportsByName): Operation<typeof Route> => {
  const route = exportRouteOf(reports);
  return command(route, async (tx, { report, format, language, ...asked }) => {
    const { spec, check } = present(reports.get(report), 'the name of a report');
    checkMayRead(tx, spec);
    const terms = spec.terms.parse(asked);
    const [said] = await Promise.all([check(tx, terms), companyOf(tx)]);
    const id = uuidv7();
    const words = [report.replaceAll('_', '-'), ...said].join('-');
    const fileName = `${words.replaceAll(/[^\w.-]+/g, '-')}.${format}`;
    const jobId = await requestJob(tx, route.name, reportFileRequested, { fileId: id }, id);
    const kept = { ...terms, report, format, language };
    await insertReportFile(tx, { id, fileName, terms: kept, jobId });
    tx.record({ subjectId: id, after: kept });
    return found(await loadReportFile(tx, id), 'file');
  });
};
