import type { Page } from '@atlas/contract';
import { moneyJson } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { bankStatement } from '../contract/statements.ts';
import type { Accepted, Warning } from '../domain/accept-statement.ts';
import type { Format } from '../domain/format.ts';
import type { Latest } from '../domain/line-identity.ts';

type BankStatement = z.output<typeof bankStatement>;
type Row = Omit<BankStatement, 'opening' | 'closing'> & {
  readonly openingMinor: string | null;
  readonly closingMinor: string | null;
  readonly currency: string;
};

const columns = sql`
  s.id, s.bank_account_id as "bankAccountId", s.import_id as "importId", s.format, s.reference, s.number, s.starts_on as "startsOn",
  s.ends_on as "endsOn", s.opening_minor::text as "openingMinor", s.closing_minor::text as "closingMinor", s.line_count as "lineCount",
  s.new_line_count as "newLineCount", s.warnings, s.created_at as "createdAt", b.currency`;
const source = sql`from bank_statements as s join bank_accounts as b on b.tenant_id = s.tenant_id and b.id = s.bank_account_id`;

const statementOf = ({ openingMinor, closingMinor, currency, ...row }: Row): BankStatement => ({
  ...row,
  opening: openingMinor === null ? null : moneyJson(BigInt(openingMinor), currency),
  closing: closingMinor === null ? null : moneyJson(BigInt(closingMinor), currency),
});

export async function loadStatement(tx: TenantTx, id: string): Promise<BankStatement | null> {
  const [row] = await tx.rows<Row>(
    sql`select ${columns} ${source} where s.tenant_id = ${tx.ctx.tenantId}::uuid and s.id = ${id}::uuid`,
  );
  return row ? statementOf(row) : null;
}

export async function pageOfStatements(
  tx: TenantTx,
  input: { id: string; limit: number; cursor?: string | undefined },
): Promise<Page<BankStatement>> {
  const page = await readPage<Row, 'id'>(tx, {
    select: sql`select ${columns}, s.id as "sortValue" ${source}`,
    where: [sql`s.tenant_id = ${tx.ctx.tenantId}::uuid`, sql`s.bank_account_id = ${input.id}::uuid`],
    id: sql`s.id`,
    sorts: { id: { column: sql`s.id`, type: 'uuid' } },
    sort: '-id',
    limit: input.limit,
    cursor: input.cursor,
  });
  return { ...page, items: page.items.map(statementOf) };
}

export async function isKnownStatement(tx: TenantTx, bankAccountId: string, identity: string): Promise<boolean> {
  const [row] = await tx.rows<{ found: boolean }>(sql`
    select exists (select from bank_statements where tenant_id = ${tx.ctx.tenantId}::uuid and bank_account_id = ${bankAccountId}::uuid
      and identity = ${identity}) as found`);
  return row?.found ?? false;
}

/** The newest statement that ends on a day or before it, and says with what; no day means the newest of all. */
export async function latestStatement(tx: TenantTx, bankAccountId: string, until: string | null): Promise<Latest | null> {
  const [row] = await tx.rows<Omit<Latest, 'closingMinor'> & { closingMinor: string }>(sql`
    select number, ends_on as "endsOn", closing_minor::text as "closingMinor" from bank_statements
    where tenant_id = ${tx.ctx.tenantId}::uuid and bank_account_id = ${bankAccountId}::uuid and closing_minor is not null
      and ends_on <= coalesce(${until}::date, ends_on)
    order by ends_on desc, id desc limit 1`);
  return row ? { ...row, closingMinor: BigInt(row.closingMinor) } : null;
}

export type NewStatement = {
  readonly id: string;
  readonly bankAccountId: string;
  readonly importId: string;
  readonly identity: string;
  readonly format: Format;
  readonly newLineCount: number;
  readonly warnings: readonly Warning[];
  readonly accepted: Accepted;
};

export async function insertStatement(tx: TenantTx, each: NewStatement): Promise<void> {
  const { statement, opening, closing, lines } = each.accepted;
  await tx.rows(sql`
    insert into bank_statements (tenant_id, id, bank_account_id, import_id, identity, format, reference, number, starts_on, ends_on,
      opening_minor, closing_minor, line_count, new_line_count, warnings, created_at)
    values (${tx.ctx.tenantId}::uuid, ${each.id}::uuid, ${each.bankAccountId}::uuid, ${each.importId}::uuid, ${each.identity}, ${each.format},
      ${statement.reference}, ${statement.number}, ${statement.startsOn}::date, ${statement.endsOn}::date, ${opening?.minor.toString() ?? null}::bigint,
      ${closing?.minor.toString() ?? null}::bigint, ${lines.length}, ${each.newLineCount}, ${JSON.stringify(each.warnings)}::jsonb,
      ${tx.ctx.now}::timestamptz)`);
}
