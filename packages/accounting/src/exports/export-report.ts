import type { Input } from '@atlas/contract';
import { AtlasError, uuidv7 } from '@atlas/kernel';
import { command, found, requestJob, type TenantTx } from '@atlas/platform';
import { loadAccount } from '../accounts/accounts.repository.ts';
import { companyOf } from '../company/company-of.ts';
import { reportFileRequested, exportReport as route } from '../contract/exports.ts';
import { loadDimension } from '../dimensions/dimensions.repository.ts';
import { loadValue } from '../dimensions/values.repository.ts';
import { spansOfColumns } from '../domain/statement-columns.ts';
import { lineFilter } from '../reports/line-filter.repository.ts';
import { checkMayRead } from './may-read.ts';
import { insertReportFile, loadReportFile } from './report-files.repository.ts';

type Terms = Input<typeof route>;

/** The account of a ledger by its code; nothing for other reports. @throws AtlasError `accounting.no_account_named` */
async function accountCode(tx: TenantTx, { report, accountId }: Terms): Promise<string[]> {
  const isLedger = report === 'general_ledger';
  if (isLedger && accountId === undefined) throw new AtlasError('accounting.no_account_named', 'Say of which account.');
  if (accountId === undefined) return [];
  const { code } = found(await loadAccount(tx, accountId), 'account');
  return isLedger ? [code] : [];
}

/** The dimension whose values are columns, and the value they stand below, are there. @throws AtlasError `not_found` */
async function checkColumns(tx: TenantTx, { by, below }: Terms): Promise<void> {
  if (by === undefined) return;
  const [dimension, value] = await Promise.all([loadDimension(tx, by), below === undefined ? null : loadValue(tx, below)]);
  found(dimension, 'dimension');
  if (below !== undefined) found(value?.dimensionId === by ? value : null, 'value');
}

/** What is wrong with the days or the columns is said at once, not by a job. */
function checkTerms({ report, from, to, columns, periods, by }: Terms): void {
  if (report === 'by_dimension' && by === undefined)
    throw new AtlasError('accounting.no_dimension_named', 'Say by which dimension.');
  if (by !== undefined && report !== 'by_dimension' && (report !== 'profit_and_loss' || columns !== 'one'))
    throw new AtlasError('accounting.no_columns_by_value', 'Ask for a profit and loss of one period.');
  const asOf = report === 'trial_balance' || report === 'balance_sheet';
  if ((report === 'profit_and_loss' || report === 'cash_flow') && from === undefined)
    throw new AtlasError('invalid_period', 'Say from which day on.');
  spansOfColumns({ columns, periods, from: from ?? null, to, asOf });
}

export const exportReport = command(route, async (tx, terms) => {
  checkMayRead(tx, terms.report);
  checkTerms(terms);
  const [code] = await Promise.all([accountCode(tx, terms), companyOf(tx), lineFilter(tx, terms), checkColumns(tx, terms)]);
  const id = uuidv7();
  const days = [terms.from, terms.to].filter((day) => day !== undefined);
  const words = [terms.report.replaceAll('_', '-'), ...code, ...days].join('-');
  const fileName = `${words.replaceAll(/[^\w.-]+/g, '-')}.${terms.format}`;
  const jobId = await requestJob(tx, route.name, reportFileRequested, { fileId: id }, id);
  await insertReportFile(tx, { id, fileName, terms, jobId });
  tx.record({ subjectId: id, after: terms });
  return found(await loadReportFile(tx, id), 'file');
});
