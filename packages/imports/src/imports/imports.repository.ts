import type { Page } from '@atlas/contract';
import { readPage, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { importFile, importRun, importSummary } from '../contract/imports.ts';
import type { ImportStatus } from '../domain/import-state.ts';

export type ImportRun = z.output<typeof importRun>;
export type ImportFile = z.output<typeof importFile>;
type ImportSummary = z.output<typeof importSummary>;
type Head = Omit<ImportRun, 'files' | 'counts'>;
export type KindCount = {
  readonly kind: string;
  readonly total: number;
  readonly ready: number;
  readonly refused: number;
  readonly created: number;
  readonly unchanged: number;
};

/** A dead job leaves its import behind: it has failed, whatever its row says. */
const columns = sql`
  i.id, case when i.status in ('checking', 'running') and j.status = 'dead' then 'failed' else i.status end as status, i.preset,
  i.decimal_mark as "decimalMark", i.date_order as "dateOrder", i.done_count as "doneCount", i.total_count as "totalCount",
  i.job_id as "jobId", coalesce(i.error, case when j.status = 'dead' then j.error end) as error, i.created_at as "createdAt",
  i.finished_at as "finishedAt", i.version`;
const source = sql`from imports as i left join jobs as j on j.tenant_id = i.tenant_id and j.id = i.job_id`;

const fileColumns = sql`
  position, name, byte_count as "byteCount", encoding, delimiter, columns, sample, row_count as "rowCount", kind, mapping, defaults`;

const countsOf = (importId: Sql): Sql => sql`
  select kind, count(*)::integer as total, (count(*) filter (where status = 'ready'))::integer as ready,
         (count(*) filter (where status = 'refused'))::integer as refused, (count(*) filter (where status = 'created'))::integer as created,
         (count(*) filter (where status = 'unchanged'))::integer as unchanged
  from import_rows as r where r.tenant_id = i.tenant_id and r.import_id = ${importId} group by kind`;

const counted = sql`coalesce((select jsonb_agg(to_jsonb(c)) from (${countsOf(sql`i.id`)}) as c), '[]') as counts`;

/** An import with its files and raw counts, or null. */
export async function loadImport(
  tx: TenantTx,
  id: string,
  lock = false,
): Promise<{ head: Head; files: ImportFile[]; counts: KindCount[] } | null> {
  const key = sql`i.tenant_id = ${tx.ctx.tenantId}::uuid and i.id = ${id}::uuid`;
  const [heads, files] = await Promise.all([
    tx.rows<Head & { counts: KindCount[] }>(
      sql`select ${columns}, ${counted} ${source} where ${key} ${lock ? sql`for update of i` : sql``}`,
    ),
    tx.rows<ImportFile>(sql`
      select ${fileColumns} from import_files where tenant_id = ${tx.ctx.tenantId}::uuid and import_id = ${id}::uuid order by position`),
  ]);
  const [row] = heads;
  if (!row) return null;
  const { counts, ...head } = row;
  return { head, files, counts };
}

export async function insertImport(tx: TenantTx, run: { id: string; decimalMark: string; dateOrder: string }): Promise<void> {
  await tx.rows(sql`
    insert into imports (tenant_id, id, status, decimal_mark, date_order, created_by, created_at)
    values (${tx.ctx.tenantId}::uuid, ${run.id}::uuid, 'uploaded', ${run.decimalMark}, ${run.dateOrder}, ${tx.ctx.actor.id}::uuid, ${tx.ctx.now}::timestamptz)`);
}

export type ImportChange = {
  readonly status?: ImportStatus;
  readonly preset?: string | null;
  readonly decimalMark?: string;
  readonly dateOrder?: string;
  readonly jobId?: string;
  readonly error?: string | null;
  readonly doneCount?: number;
  readonly totalCount?: number | null;
  readonly finishedAt?: string | null;
};

/** Changes the named columns of an import and counts its version up. */
export async function saveImport(tx: TenantTx, id: string, change: ImportChange): Promise<void> {
  const key = { tenantId_id: { tenantId: tx.ctx.tenantId, id } };
  await tx.models.import.update({ where: key, data: { ...change, version: { increment: 1 } } });
}

/** The status that people gave an import last, locked until the end of the transaction. */
export async function lockImportStatus(
  tx: TenantTx,
  id: string,
): Promise<{ status: ImportStatus; jobId: string | null; doneCount: number; totalCount: number | null } | null> {
  const [row] = await tx.rows<{ status: ImportStatus; jobId: string | null; doneCount: number; totalCount: number | null }>(sql`
    select status, job_id as "jobId", done_count as "doneCount", total_count as "totalCount" from imports
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid for update`);
  return row ?? null;
}

export type NewFile = Omit<ImportFile, 'rowCount' | 'position'> & {
  readonly position: number;
  readonly sha256: string;
  readonly storageKey: string;
};

const fileKey = (tx: TenantTx, importId: string, position: number) => ({
  tenantId_importId_position: { tenantId: tx.ctx.tenantId, importId, position },
});

/** Writes a file, in the place of the one at its position if there is one. */
export async function saveFile(tx: TenantTx, importId: string, file: NewFile): Promise<void> {
  const data = { ...file, rowCount: null, tenantId: tx.ctx.tenantId, importId };
  await tx.models.importFile.upsert({ where: fileKey(tx, importId, file.position), create: data, update: data });
}

export async function saveMapping(
  tx: TenantTx,
  importId: string,
  { position, kind, mapping, defaults }: Pick<ImportFile, 'position' | 'kind' | 'mapping' | 'defaults'>,
): Promise<void> {
  await tx.models.importFile.update({ where: fileKey(tx, importId, position), data: { kind, mapping, defaults } });
}

export type StoredFileRef = {
  readonly position: number;
  readonly name: string;
  readonly storageKey: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: { name: string }[];
  readonly kind: string;
  readonly mapping: Record<string, string>;
  readonly defaults: Record<string, string>;
};

/** Files that hold something to import, as staging reads them. */
export function filesToStage(tx: TenantTx, importId: string): Promise<StoredFileRef[]> {
  return tx.rows<StoredFileRef>(sql`
    select position, name, storage_key as "storageKey", sha256, encoding, delimiter, columns, kind, mapping, defaults from import_files
    where tenant_id = ${tx.ctx.tenantId}::uuid and import_id = ${importId}::uuid and kind is not null order by position`);
}

export async function saveRowCount(tx: TenantTx, importId: string, position: number, rowCount: number): Promise<void> {
  await tx.rows(sql`
    update import_files set row_count = ${rowCount}
    where tenant_id = ${tx.ctx.tenantId}::uuid and import_id = ${importId}::uuid and position = ${position}`);
}

export async function pageOfImports(
  tx: TenantTx,
  input: { limit: number; cursor?: string | undefined },
): Promise<Page<Omit<ImportSummary, 'counts'> & { counts: KindCount[] }>> {
  return readPage(tx, {
    select: sql`
      select ${columns}, ${counted}, i.created_at as "sortValue", coalesce((
        select jsonb_agg(f.name order by f.position) from import_files as f where f.tenant_id = i.tenant_id and f.import_id = i.id), '[]') as "fileNames"
      ${source}`,
    where: [sql`i.tenant_id = ${tx.ctx.tenantId}::uuid`],
    id: sql`i.id`,
    sorts: { createdAt: { column: sql`i.created_at`, type: 'timestamptz' } },
    sort: '-createdAt',
    limit: input.limit,
    cursor: input.cursor,
  });
}
