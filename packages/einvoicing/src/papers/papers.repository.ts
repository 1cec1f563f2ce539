import type { Output } from '@atlas/contract';
import { type StoredFile, sql, type TenantTx } from '@atlas/platform';
import type { getInvoicePaper } from '../contract/papers.ts';

export type PaperRow = Output<typeof getInvoicePaper>;
export type PaperGap = PaperRow['gaps'][number];
/** With where its bytes are, which only the house knows. */
export type KeptPaper = PaperRow & { readonly storageKey: string | null };

const columns = sql`
  id, invoice_id as "invoiceId", edition, is_voided as "isVoided", status, file_name as "fileName", gaps, byte_count::text as "byteCount", sha256, error,
  job_id as "jobId", created_at as "createdAt", finished_at as "finishedAt", storage_key as "storageKey"`;

type Row = Omit<KeptPaper, 'byteCount'> & { readonly byteCount: string | null };
const paperOf = (row: Row | undefined): KeptPaper | null =>
  row ? { ...row, byteCount: row.byteCount === null ? null : Number(row.byteCount) } : null;

const key = (tx: TenantTx, id: string) => sql`tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`;

/** Makes those who ask for the paper of an invoice wait for each other. */
export async function lockPapers(tx: TenantTx, invoiceId: string): Promise<void> {
  await tx.rows(
    sql`select pg_advisory_xact_lock(hashtextextended(${`invoice_papers ${tx.ctx.tenantId} ${invoiceId}`}, 0))::text`,
  );
}

/** The newest paper of an invoice that is reached, or null. */
export async function newestPaper(tx: TenantTx, invoiceId: string): Promise<KeptPaper | null> {
  const [row] = await tx.rows<Row>(sql`
    select ${columns} from invoice_papers where tenant_id = ${tx.ctx.tenantId}::uuid and invoice_id = ${invoiceId}::uuid
    order by edition desc limit 1`);
  return paperOf(row);
}

export async function loadPaper(tx: TenantTx, id: string): Promise<KeptPaper | null> {
  const [row] = await tx.rows<Row>(sql`select ${columns} from invoice_papers where ${key(tx, id)}`);
  return paperOf(row);
}

type NewPaper = Pick<PaperRow, 'id' | 'invoiceId' | 'edition' | 'isVoided' | 'fileName'> & { readonly jobId: string };

export async function insertPaper(tx: TenantTx, paper: NewPaper): Promise<void> {
  const { id, invoiceId, edition, isVoided, fileName, jobId } = paper;
  await tx.rows(sql`
    insert into invoice_papers (tenant_id, id, invoice_id, edition, is_voided, file_name, job_id, requested_by, created_at)
    values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${invoiceId}::uuid, ${edition}, ${isVoided}, ${fileName}, ${jobId}::uuid,
      ${tx.ctx.actor.id}::uuid, ${tx.ctx.now}::timestamptz)`);
}

/** False when another run has brought it to its end: its file stays. */
export async function completePaper(tx: TenantTx, id: string, gaps: readonly PaperGap[], stored: StoredFile): Promise<boolean> {
  const rows = await tx.rows(sql`
    update invoice_papers set status = 'completed', gaps = ${JSON.stringify(gaps)}::jsonb, byte_count = ${stored.byteCount},
      storage_key = ${stored.key}, sha256 = ${stored.sha256}, finished_at = ${tx.ctx.now}::timestamptz
    where ${key(tx, id)} and status = 'queued' returning 1`);
  return rows.length === 1;
}

export async function failPaper(tx: TenantTx, id: string, error: string): Promise<void> {
  await tx.rows(sql`
    update invoice_papers set status = 'failed', error = ${error}, finished_at = ${tx.ctx.now}::timestamptz
    where ${key(tx, id)} and status = 'queued'`);
}
