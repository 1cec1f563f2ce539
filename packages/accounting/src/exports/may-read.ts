import type { ReportSpec } from '@atlas/contract';
import { AtlasError, isNarrow, present } from '@atlas/kernel';
import { found, type TenantTx } from '@atlas/platform';
import { type KeptFile, loadReportFile } from './report-files.repository.ts';
import type { ReportsByName } from './reports-by-name.ts';

/**
 * A file says what its report says, and to nobody else: it is written by Atlas itself, which hides no fields and reaches every
 * record.
 *
 * @throws AtlasError `forbidden`
 */
export function checkMayRead({ ctx: { actor } }: TenantTx, { permission }: ReportSpec): void {
  const seesLess = isNarrow(actor.scope?.(permission) ?? 'all') || (actor.hides?.(permission) ?? []).length > 0;
  if (!actor.may(permission) || seesLess)
    throw new AtlasError('forbidden', `This needs the permission ${permission}, for all records and fields.`, { permission });
}

/** A file that the actor may read. @throws AtlasError `not_found`, `forbidden` */
export async function readableFile(tx: TenantTx, reports: ReportsByName, id: string): Promise<KeptFile> {
  const file = found(await loadReportFile(tx, id), 'file');
  checkMayRead(tx, present(reports.get(file.report), 'a report that was written').spec);
  return file;
}
