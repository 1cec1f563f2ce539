import { AtlasError } from '@atlas/kernel';
import { found, type TenantTx } from '@atlas/platform';
import type { exportedReports } from '../contract/exports.ts';
import { type KeptFile, loadReportFile } from './report-files.repository.ts';

type Report = (typeof exportedReports)[number];

/** The operation that shows on a screen what a file holds. */
const permissionOf = (report: Report): string =>
  report === 'general_ledger' || report === 'journal' || report === 'by_dimension'
    ? `accounting.report.${report}`
    : 'accounting.report.statement';

/**
 * A file says what its report says, and to nobody else: it is written by Atlas itself, which hides no fields.
 *
 * @throws AtlasError `forbidden`
 */
export function checkMayRead({ ctx: { actor } }: TenantTx, report: Report): void {
  const permission = permissionOf(report);
  if (!actor.may(permission) || (actor.hides?.(permission) ?? []).length > 0)
    throw new AtlasError('forbidden', `This needs the permission ${permission}, for all fields.`, { permission });
}

/** A file that the actor may read. @throws AtlasError `not_found`, `forbidden` */
export async function readableFile(tx: TenantTx, id: string): Promise<KeptFile> {
  const file = found(await loadReportFile(tx, id), 'file');
  checkMayRead(tx, file.report);
  return file;
}
