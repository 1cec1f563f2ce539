import type { Output } from '@atlas/contract';
import { type StoredFile, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { exportTerms, getReportFile } from '../contract/exports.ts';

export type ReportFileRow = Output<typeof getReportFile>;
export type ExportTerms = z.output<typeof exportTerms>;
/** With what only the house knows of it. */
export type KeptFile = ReportFileRow & { readonly terms: ExportTerms; readonly storageKey: string | null };

const key = (tx: TenantTx, id: string) => sql`tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`;

export async function insertReportFile(
  tx: TenantTx,
  { id, fileName, terms, jobId }: { id: string; fileName: string; terms: ExportTerms; jobId: string },
): Promise<void> {
  await tx.rows(sql`
    insert into report_files (tenant_id, id, report, format, terms, file_name, job_id, requested_by, created_at)
    values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${terms.report}, ${terms.format}, ${JSON.stringify(terms)}::jsonb, ${fileName},
            ${jobId}::uuid, ${tx.ctx.actor.id}::uuid, ${tx.ctx.now}::timestamptz)`);
}

export async function loadReportFile(tx: TenantTx, id: string): Promise<KeptFile | null> {
  const [row] = await tx.rows<Omit<KeptFile, 'byteCount'> & { byteCount: string | null }>(sql`
    select id, report, format, terms, status, file_name as "fileName", line_count as "lineCount", byte_count::text as "byteCount",
           error, job_id as "jobId", created_at as "createdAt", finished_at as "finishedAt", storage_key as "storageKey"
    from report_files where ${key(tx, id)}`);
  return row ? { ...row, byteCount: row.byteCount === null ? null : Number(row.byteCount) } : null;
}

export async function saveLineCount(tx: TenantTx, id: string, lineCount: number): Promise<void> {
  await tx.rows(sql`update report_files set line_count = ${lineCount} where ${key(tx, id)} and status = 'queued'`);
}

/** False when another run has brought it to its end: its file stays. */
export async function completeReportFile(tx: TenantTx, id: string, lineCount: number, stored: StoredFile): Promise<boolean> {
  const rows = await tx.rows(sql`
    update report_files set status = 'completed', line_count = ${lineCount}, byte_count = ${stored.byteCount}, storage_key = ${stored.key},
      sha256 = ${stored.sha256}, finished_at = ${tx.ctx.now}::timestamptz
    where ${key(tx, id)} and status = 'queued' returning 1`);
  return rows.length === 1;
}

export async function failReportFile(tx: TenantTx, id: string, error: string): Promise<void> {
  await tx.rows(sql`
    update report_files set status = 'failed', error = ${error}, finished_at = ${tx.ctx.now}::timestamptz
    where ${key(tx, id)} and status = 'queued'`);
}
