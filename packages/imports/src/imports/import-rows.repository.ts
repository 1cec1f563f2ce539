import type { Page } from '@atlas/contract';
import { type ImportOutcome, type ImportRecord, joinWholeTenant, readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { importRow, listImportRows } from '../contract/imports.ts';

export type StagedRow = {
  readonly kind: string;
  readonly sequence: number;
  readonly file: number;
  readonly rowNumber: number;
  readonly key: string;
  readonly data: Readonly<Record<string, string>>;
  readonly status: 'pending' | 'refused';
  readonly code: string | null;
  readonly message: string | null;
  /** Left out when the import holds a record with this key already. */
  readonly unlessStaged?: boolean;
};

const key = (tx: TenantTx, importId: string) => sql`tenant_id = ${tx.ctx.tenantId}::uuid and import_id = ${importId}::uuid`;

/** Forgets what an earlier dry run staged, a part at a time. @returns whether there may be more */
export async function clearRows(tx: TenantTx, importId: string, limit: number): Promise<boolean> {
  const rows = await tx.rows(sql`
    delete from import_rows where ${key(tx, importId)} and ctid in (
      select ctid from import_rows where ${key(tx, importId)} limit ${limit}) returning 1`);
  return rows.length === limit;
}

export async function insertRows(tx: TenantTx, importId: string, rows: readonly StagedRow[]): Promise<void> {
  await tx.rows(sql`
    insert into import_rows (tenant_id, import_id, kind, sequence, file, row_number, key, data, status, code, message)
    select ${tx.ctx.tenantId}::uuid, ${importId}::uuid, r.kind, r.sequence, r.file, r."rowNumber", r.key, r.data, r.status, r.code, r.message
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      kind text, sequence integer, file integer, "rowNumber" integer, key text, data jsonb, status text, code text, message text, "unlessStaged" boolean)
    where "unlessStaged" is not true
      or not exists (select from import_rows as known where ${key(tx, importId)} and known.kind = r.kind and known.key = r.key)`);
}

/** Tells the planner what was staged: without, it joins lines to documents as if there were a handful of either. */
export async function analyzeRows(tx: TenantTx): Promise<void> {
  await tx.rows(sql`analyze (skip_locked) import_rows`);
}

/** Refuses records whose key stands in the files before them, and the lines that such a document has in its own file. */
export async function refuseDuplicates(tx: TenantTx, importId: string, kind: string, lineKind: string | null): Promise<void> {
  await joinWholeTenant(tx);
  const rows = sql`r.tenant_id = ${tx.ctx.tenantId}::uuid and r.import_id = ${importId}::uuid`;
  await tx.rows(sql`
    update import_rows as r set status = 'refused', code = 'duplicate_key',
      message = r.key || ' stands in line ' || first_row || ' of ' || f.name || ' already.'
    from (
      select sequence, row_number() over same as nth, first_value(row_number) over same as first_row, first_value(file) over same as first_file
      from import_rows where ${key(tx, importId)} and kind = ${kind} and status <> 'refused'
      window same as (partition by key order by sequence)
    ) as ranked
    join import_files as f on f.tenant_id = ${tx.ctx.tenantId}::uuid and f.import_id = ${importId}::uuid and f.position = ranked.first_file
    where ${rows} and r.kind = ${kind} and r.sequence = ranked.sequence and ranked.nth > 1`);
  if (lineKind === null) return;
  await tx.rows(sql`
    update import_rows as r set status = 'refused', code = d.code, message = d.message from import_rows as d
    where ${rows} and r.kind = ${lineKind} and r.status <> 'refused' and d.tenant_id = r.tenant_id and d.import_id = r.import_id
      and d.kind = ${kind} and d.code = 'duplicate_key' and d.key = r.key and d.file = r.file`);
}

/** Refuses lines without a document, and documents with a line that was refused: a document is imported whole or not at all. */
export async function refuseBrokenDocuments(tx: TenantTx, importId: string, kind: string, lineKind: string): Promise<void> {
  await joinWholeTenant(tx);
  await tx.rows(sql`
    update import_rows as l set status = 'refused', code = 'unknown_document', message = 'No file holds the document of this line.'
    where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.import_id = ${importId}::uuid and l.kind = ${lineKind} and l.status <> 'refused'
      and not exists (
        select from import_rows as h where h.tenant_id = l.tenant_id and h.import_id = l.import_id and h.kind = ${kind} and h.key = l.key)`);
  await tx.rows(sql`
    update import_rows as h set status = 'refused', code = 'line_refused', message = 'Line ' || bad.row_number || ' of its lines: ' || bad.message
    from (
      select distinct on (key) key, row_number, message from import_rows
      where ${key(tx, importId)} and kind = ${lineKind} and status = 'refused' and code not in ('unknown_document', 'duplicate_key') order by key, sequence
    ) as bad
    where h.tenant_id = ${tx.ctx.tenantId}::uuid and h.import_id = ${importId}::uuid and h.kind = ${kind} and h.key = bad.key and h.status <> 'refused'`);
}

/** Gives lines the fate of their document. */
export async function settleLines(tx: TenantTx, importId: string, kind: string, lineKind: string): Promise<void> {
  await joinWholeTenant(tx);
  await tx.rows(sql`
    update import_rows as l set
      status = case when h.status = 'refused' then 'refused' else h.status end,
      code = case when h.status = 'refused' then 'document_refused' end,
      message = case when h.status = 'refused' then 'Its document was refused. ' || h.message end,
      target_id = h.target_id
    from import_rows as h
    where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.import_id = ${importId}::uuid and l.kind = ${lineKind} and l.status in ('pending', 'ready')
      and h.tenant_id = l.tenant_id and h.import_id = l.import_id and h.kind = ${kind} and h.key = l.key and h.status <> l.status
      and not (h.status = 'refused' and h.code = 'duplicate_key')`);
}

/** Keys of staged records that are not refused: a dry run counts them as existing. */
export async function stagedKeys(tx: TenantTx, importId: string, kinds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await tx.rows<{ kind: string; key: string }>(sql`
    select kind, key from import_rows where ${key(tx, importId)} and kind = any(${kinds}::text[]) and status <> 'refused'`);
  const keys = new Map(kinds.map((kind) => [kind, new Set<string>()]));
  for (const row of rows) keys.get(row.kind)?.add(row.key);
  return keys;
}

/** What records of a kind say, by key, those refused left out. */
export async function stagedValues(tx: TenantTx, importId: string, kind: string): Promise<Map<string, StagedRow['data']>> {
  const rows = await stagedTree(tx, importId, kind);
  return new Map(rows.flatMap((row) => (row.isRefused ? [] : [[row.key, row.data] as const])));
}

/** All records of a kind, in order. */
export const stagedTree = (
  tx: TenantTx,
  importId: string,
  kind: string,
): Promise<(Pick<StagedRow, 'key' | 'data'> & { isRefused: boolean })[]> =>
  tx.rows(sql`
    select key, data, status = 'refused' as "isRefused" from import_rows where ${key(tx, importId)} and kind = ${kind} order by sequence`);

/** Refuses records of a tree that wait for one above them: those with some keys, or all that are left. @returns how many */
export async function refuseHanging(
  tx: TenantTx,
  importId: string,
  kind: string,
  keys: readonly string[] | null,
): Promise<number> {
  const rows = await tx.rows(sql`
    update import_rows set status = 'refused', code = 'nothing_above',
      message = 'What it stands below is not imported: that is refused, or they stand below each other in a circle.'
    where ${key(tx, importId)} and kind = ${kind} and status = 'ready' ${keys === null ? sql`` : sql`and key = any(${[...keys]}::text[])`} returning 1`);
  return rows.length;
}

type RecordRow = {
  sequence: number;
  key: string;
  data: Record<string, string>;
  lines: { sequence: number; values: Record<string, string> }[];
};

/** The next records of a kind in a status, with their lines, after a sequence number. */
export async function nextRecords(
  tx: TenantTx,
  importId: string,
  take: { kind: string; lineKind: string | null; status: 'pending' | 'ready'; after: number; limit: number },
): Promise<ImportRecord[]> {
  const rows = await tx.rows<RecordRow>(sql`
    select h.sequence, h.key, h.data, coalesce((
      select jsonb_agg(jsonb_build_object('sequence', l.sequence, 'values', l.data) order by l.sequence) from import_rows as l
      where l.tenant_id = h.tenant_id and l.import_id = h.import_id and l.kind = ${take.lineKind} and l.key = h.key and l.status <> 'refused'), '[]') as lines
    from import_rows as h
    where h.tenant_id = ${tx.ctx.tenantId}::uuid and h.import_id = ${importId}::uuid and h.kind = ${take.kind} and h.status = ${take.status}
      and h.sequence > ${take.after}
    order by h.sequence limit ${take.limit}`);
  return rows.map(({ sequence, data, lines }) => ({ sequence, values: data, lines }));
}

/** Writes what became of records of a kind. A refused line is marked too. */
export async function saveOutcomes(
  tx: TenantTx,
  importId: string,
  kind: string,
  lineKind: string | null,
  outcomes: readonly ImportOutcome[],
): Promise<void> {
  await tx.rows(sql`
    update import_rows as r set status = o.status, code = o.code, message = o.message, target_id = o."targetId"
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o (sequence integer, status text, code text, message text, "targetId" uuid)
    where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.import_id = ${importId}::uuid and r.kind = ${kind} and r.sequence = o.sequence`);
  const lines = outcomes.flatMap((outcome) => (outcome.status === 'refused' && outcome.line !== undefined ? [outcome] : []));
  if (lineKind === null || lines.length === 0) return;
  await tx.rows(sql`
    update import_rows as r set status = 'refused', code = o.code, message = o.message
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as o (line integer, code text, message text)
    where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.import_id = ${importId}::uuid and r.kind = ${lineKind} and r.sequence = o.line`);
}

/** How many records of some kinds are in a status. */
export async function countRows(tx: TenantTx, importId: string, kinds: readonly string[], status: string): Promise<number> {
  const [row] = await tx.rows<{ count: number }>(sql`
    select count(*)::integer as count from import_rows where ${key(tx, importId)} and kind = any(${kinds}::text[]) and status = ${status}`);
  return row?.count ?? 0;
}

type RowFilter = z.output<typeof listImportRows.input>;

/** Records of an import in order of kind and sequence. */
export async function pageOfRows(tx: TenantTx, input: RowFilter): Promise<Page<z.output<typeof importRow>>> {
  return readPage<z.output<typeof importRow>, 'place'>(tx, {
    select: sql`
      select r.kind || ':' || r.sequence as id, r.kind, f.name as file, r.row_number as "rowNumber", r.key, r.status, r.code, r.message,
             r.target_id as "targetId", r.data as values, r.kind as "sortValue", r.sequence as "sortId"
      from import_rows as r
      join import_files as f on f.tenant_id = r.tenant_id and f.import_id = r.import_id and f.position = r.file`,
    where: [
      sql`r.tenant_id = ${tx.ctx.tenantId}::uuid`,
      sql`r.import_id = ${input.id}::uuid`,
      input.status ? sql`r.status = ${input.status}` : null,
      input.kind ? sql`r.kind = ${input.kind}` : null,
    ],
    id: sql`r.sequence`,
    idType: 'integer',
    sorts: { place: { column: sql`r.kind`, type: 'text' } },
    sort: 'place',
    limit: input.limit,
    cursor: input.cursor,
  });
}
