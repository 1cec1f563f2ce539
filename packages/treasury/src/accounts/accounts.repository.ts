import type { Page } from '@atlas/contract';
import { type MoneyJson, moneyJson, uuidv7 } from '@atlas/kernel';
import { containing, readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { bankAccount, bankAccountSummary, listBankAccounts } from '../contract/bank-accounts.ts';
import type { LedgerAccountFacts } from '../domain/check-account.ts';

export type BankAccountRow = z.output<typeof bankAccount>;
type Summary = z.output<typeof bankAccountSummary>;
type Fields = Omit<BankAccountRow, 'id' | 'version' | 'archivedAt' | 'balance' | 'balanceOn'>;
type Stated = { readonly closingMinor: string | null; readonly balanceOn: string | null };

/** What the newest statement with a closing balance says. */
const stated = sql`
  left join lateral (
    select s.closing_minor::text as "closingMinor", s.ends_on as "balanceOn" from bank_statements as s
    where s.tenant_id = b.tenant_id and s.bank_account_id = b.id and s.closing_minor is not null
    order by s.ends_on desc nulls last, s.id desc limit 1) as l on true`;

const columns = sql`
  b.id, b.name, b.number, b.is_iban as "isIban", b.currency, b.ledger_account_id as "ledgerAccountId", b.archived_at as "archivedAt",
  b.version, l."closingMinor", l."balanceOn"`;

const withBalance = <T extends Stated & { currency: string }>({ closingMinor, ...row }: T) => ({
  ...row,
  balance: closingMinor === null ? null : (moneyJson(BigInt(closingMinor), row.currency) satisfies MoneyJson),
});

export async function loadBankAccount(tx: TenantTx, id: string, lock = false): Promise<BankAccountRow | null> {
  const [row] = await tx.rows<Omit<BankAccountRow, 'balance'> & Stated>(sql`
    select ${columns}, b.other_numbers as "otherNumbers", b.csv_mapping as "csvMapping" from bank_accounts as b ${stated}
    where b.tenant_id = ${tx.ctx.tenantId}::uuid and b.id = ${id}::uuid ${lock ? sql`for update of b` : sql``}`);
  return row ? withBalance(row) : null;
}

export async function insertBankAccount(tx: TenantTx, fields: Fields): Promise<BankAccountRow> {
  const id = uuidv7();
  const { csvMapping, ...rest } = fields;
  await tx.models.bankAccount.create({ data: { ...rest, ...(csvMapping ? { csvMapping } : {}), tenantId: tx.ctx.tenantId, id } });
  return { ...fields, id, archivedAt: null, balance: null, balanceOn: null, version: 1 };
}

export async function saveBankAccount(tx: TenantTx, row: BankAccountRow): Promise<void> {
  await tx.rows(sql`
    update bank_accounts set name = ${row.name}, number = ${row.number}, is_iban = ${row.isIban}, currency = ${row.currency},
      other_numbers = ${JSON.stringify(row.otherNumbers)}::jsonb, ledger_account_id = ${row.ledgerAccountId}::uuid,
      csv_mapping = ${row.csvMapping && JSON.stringify(row.csvMapping)}::jsonb, archived_at = ${row.archivedAt}::timestamptz, version = ${row.version}
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${row.id}::uuid`);
}

/** What the chart says of an account, or null. */
export async function ledgerAccountFacts(tx: TenantTx, id: string): Promise<LedgerAccountFacts | null> {
  const [row] = await tx.rows<LedgerAccountFacts>(sql`
    select type, role, is_group as "isGroup", archived_at is not null as "isArchived" from ledger_accounts
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
  return row ?? null;
}

/** Code and name of an account of the chart. */
export async function ledgerAccountLabel(tx: TenantTx, id: string): Promise<string> {
  const [row] = await tx.rows<{ label: string }>(sql`
    select code || ' ' || name as label from ledger_accounts where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
  return row?.label ?? '';
}

export async function hasStatements(tx: TenantTx, bankAccountId: string): Promise<boolean> {
  const [row] = await tx.rows<{ found: boolean }>(sql`
    select exists (select from bank_statements where tenant_id = ${tx.ctx.tenantId}::uuid and bank_account_id = ${bankAccountId}::uuid) as found`);
  return row?.found ?? false;
}

export async function pageOfBankAccounts(tx: TenantTx, input: z.output<typeof listBankAccounts.input>): Promise<Page<Summary>> {
  const pattern = input.q && containing(input.q);
  const name = sql`b.name collate "und-x-icu"`;
  const page = await readPage<Omit<Summary, 'balance'> & Stated, 'name'>(tx, {
    select: sql`
      select ${columns}, a.code || ' ' || a.name as "ledgerAccount", ${name} as "sortValue" from bank_accounts as b
      join ledger_accounts as a on a.tenant_id = b.tenant_id and a.id = b.ledger_account_id ${stated}`,
    where: [
      sql`b.tenant_id = ${tx.ctx.tenantId}::uuid`,
      pattern ? sql`(b.name ilike ${pattern} or b.number ilike ${pattern})` : null,
      input.archived === undefined ? null : input.archived ? sql`b.archived_at is not null` : sql`b.archived_at is null`,
    ],
    id: sql`b.id`,
    sorts: { name: { column: name, type: 'text' } },
    sort: input.sort,
    limit: input.limit,
    cursor: input.cursor,
  });
  return { ...page, items: page.items.map(withBalance) };
}
