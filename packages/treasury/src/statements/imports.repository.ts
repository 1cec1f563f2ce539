import type { Page } from '@atlas/contract';
import { readPage, type StoredFile, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { statementImport } from '../contract/statement-imports.ts';
import type { Warning } from '../domain/accept-statement.ts';
import type { Format } from '../domain/format.ts';

type StatementImport = z.output<typeof statementImport>;

/** A dead job leaves its import behind: it has failed, whatever its row says. What is new is counted from what is there. */
const columns = sql`
  i.id, i.bank_account_id as "bankAccountId", i.name, i.byte_count as "byteCount", i.format, i.statement_count as "statementCount",
  case when i.status = 'queued' and j.status = 'dead' then 'failed' else i.status end as status, i.done_count as "doneCount",
  i.line_count as "lineCount", i.warnings, coalesce(i.error, case when j.status = 'dead' then j.error end) as error,
  i.job_id as "jobId", i.created_at as "createdAt", i.finished_at as "finishedAt", n."newStatementCount", n."newLineCount"`;
const source = sql`
  from bank_statement_imports as i left join jobs as j on j.tenant_id = i.tenant_id and j.id = i.job_id
  cross join lateral (
    select count(*)::integer as "newStatementCount", coalesce(sum(s.new_line_count), 0)::integer as "newLineCount" from bank_statements as s
    where s.tenant_id = i.tenant_id and s.bank_account_id = i.bank_account_id and s.import_id = i.id) as n`;

export async function loadStatementImport(tx: TenantTx, id: string): Promise<StatementImport | null> {
  const [row] = await tx.rows<StatementImport>(
    sql`select ${columns} ${source} where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.id = ${id}::uuid`,
  );
  return row ?? null;
}

export type NewImport = {
  readonly id: string;
  readonly bankAccountId: string;
  readonly name: string;
  readonly stored: StoredFile;
  readonly jobId: string;
};

export async function insertStatementImport(tx: TenantTx, { id, bankAccountId, name, stored, jobId }: NewImport): Promise<void> {
  await tx.rows(sql`
    insert into bank_statement_imports (tenant_id, id, bank_account_id, name, byte_count, sha256, storage_key, job_id, created_by, created_at)
    values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${bankAccountId}::uuid, ${name}, ${stored.byteCount}, ${stored.sha256}, ${stored.key},
      ${jobId}::uuid, ${tx.ctx.actor.id}::uuid, ${tx.ctx.now}::timestamptz)`);
}

/** What the job needs of a file that was handed in. */
export type HandedIn = {
  readonly bankAccountId: string;
  readonly status: string;
  readonly storageKey: string;
  readonly sha256: string;
  readonly jobId: string | null;
};

export async function loadHandedIn(tx: TenantTx, id: string, lock = false): Promise<HandedIn | null> {
  const [row] = await tx.rows<HandedIn>(sql`
    select bank_account_id as "bankAccountId", status, storage_key as "storageKey", sha256, job_id as "jobId" from bank_statement_imports
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid ${lock ? sql`for update` : sql``}`);
  return row ?? null;
}

export type ImportChange = {
  readonly status?: 'completed' | 'failed';
  readonly format?: Format;
  readonly statementCount?: number;
  readonly doneCount?: number;
  readonly lineCount?: number;
  readonly warnings?: Warning[];
  readonly error?: string;
  readonly finishedAt?: string;
};

/** Changes the named columns of an import. */
export async function saveStatementImport(tx: TenantTx, id: string, { warnings, ...change }: ImportChange): Promise<void> {
  const key = { tenantId_id: { tenantId: tx.ctx.tenantId, id } };
  const told = warnings ? { warnings: warnings.map(({ code, values }) => ({ code, values: { ...values } })) } : {};
  await tx.models.bankStatementImport.update({ where: key, data: { ...change, ...told } });
}

export function pageOfStatementImports(
  tx: TenantTx,
  input: { id: string; limit: number; cursor?: string | undefined },
): Promise<Page<StatementImport>> {
  return readPage(tx, {
    select: sql`select ${columns}, i.created_at as "sortValue" ${source}`,
    where: [sql`i.tenant_id = ${tx.ctx.tenantId}::uuid`, sql`i.bank_account_id = ${input.id}::uuid`],
    id: sql`i.id`,
    sorts: { createdAt: { column: sql`i.created_at`, type: 'timestamptz' } },
    sort: '-createdAt',
    limit: input.limit,
    cursor: input.cursor,
  });
}
