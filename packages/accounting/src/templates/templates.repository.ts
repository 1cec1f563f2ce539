import type { Page } from '@atlas/contract';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { journalTemplate } from '../contract/journal-templates.ts';

export type TemplateRow = z.output<typeof journalTemplate>;

const columns = sql`id, name, description, lines, version`;

export async function loadTemplate(tx: TenantTx, id: string, lock = false): Promise<TemplateRow | null> {
  const [row] = await tx.rows<TemplateRow>(sql`
    select ${columns} from journal_templates
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid ${lock ? sql`for update` : sql``}`);
  return row ?? null;
}

/** Writes a template, new or changed. */
export async function saveTemplate(tx: TenantTx, { id, name, description, lines, version }: TemplateRow): Promise<void> {
  await tx.rows(sql`
    insert into journal_templates (tenant_id, id, name, description, lines, version)
    values (${tx.ctx.tenantId}::uuid, ${id}::uuid, ${name}, ${description}, ${JSON.stringify(lines)}::jsonb, ${version})
    on conflict (tenant_id, id) do update set name = excluded.name, description = excluded.description, lines = excluded.lines,
      version = excluded.version`);
}

export async function deleteTemplate(tx: TenantTx, id: string): Promise<void> {
  await tx.rows(sql`delete from journal_templates where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

export const pageOfTemplates = (
  tx: TenantTx,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<TemplateRow>> =>
  readPage(tx, {
    select: sql`select ${columns}, name as "sortValue" from journal_templates`,
    where: [sql`tenant_id = ${tx.ctx.tenantId}::uuid`],
    id: sql`id`,
    sorts: { name: { column: sql`name`, type: 'text' } },
    sort: 'name',
    limit,
    cursor,
  });
