import type { Page } from '@atlas/contract';
import { moneyJson } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { bankStatement } from '../contract/statements.ts';
import type { Accepted, Warning } from '../domain/accept-statement.ts';
import type { KeptStatement } from '../domain/chained-statements.ts';
import type { Format } from '../domain/format.ts';

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

/** What the newest statement that ends on a day or before it closed with. */
export async function closingUntil(
  tx: TenantTx,
  bankAccountId: string,
  until: string,
): Promise<{ readonly endsOn: string; readonly closingMinor: bigint } | null> {
  const [row] = await tx.rows<{ endsOn: string; closingMinor: string }>(sql`
    select ends_on as "endsOn", closing_minor::text as "closingMinor" from bank_statements
    where tenant_id = ${tx.ctx.tenantId}::uuid and bank_account_id = ${bankAccountId}::uuid and closing_minor is not null
      and ends_on <= ${until}::date
    order by ends_on desc, id desc limit 1`);
  return row ? { ...row, closingMinor: BigInt(row.closingMinor) } : null;
}

/** The statements with balances that end last before some days, or begin first behind them; days are those of both ends. */
export async function neighbours(
  tx: TenantTx,
  bankAccountId: string,
  { startsOn, endsOn }: { readonly startsOn: string | null; readonly endsOn: string | null },
): Promise<KeptStatement[]> {
  const rows = await tx.rows<
    Omit<KeptStatement, 'openingMinor' | 'closingMinor'> & { openingMinor: string | null; closingMinor: string | null }
  >(sql`
    with own as (
      select id, number, starts_on, ends_on, opening_minor, closing_minor from bank_statements
      where tenant_id = ${tx.ctx.tenantId}::uuid and bank_account_id = ${bankAccountId}::uuid
        and (opening_minor is not null or closing_minor is not null)
    )
    select id, number, starts_on as "startsOn", ends_on as "endsOn", opening_minor::text as "openingMinor",
      closing_minor::text as "closingMinor"
    from own
    where ends_on = (select max(ends_on) from own where ends_on <= ${startsOn}::date)
       or starts_on = (select min(starts_on) from own where starts_on >= ${endsOn}::date)`);
  const minorOf = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
  return rows.map((row) => ({
    ...row,
    openingMinor: minorOf(row.openingMinor),
    closingMinor: minorOf(row.closingMinor),
  }));
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
