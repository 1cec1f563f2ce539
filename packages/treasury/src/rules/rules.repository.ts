import type { Page } from '@atlas/contract';
import { moneyJson } from '@atlas/kernel';
import { readPage, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { matchingRule } from '../contract/matching-rules.ts';
import type { MatchingRule } from '../domain/matching-rule.ts';

export type RuleView = z.output<typeof matchingRule>;
/** A rule with its amounts as they are kept. */
export type RuleRow = Omit<RuleView, 'minAmount' | 'maxAmount'> & {
  readonly minMinor: bigint | null;
  readonly maxMinor: bigint | null;
  readonly currency: string;
};

const columns = sql`
  r.id, r.bank_account_id as "bankAccountId", r.name, r.position, r.direction, r.words, r.counterparty_account as "counterpartyAccount",
  r.min_minor as "minMinor", r.max_minor as "maxMinor", r.account_id as "accountId", a.code || ' ' || a.name as account,
  r.party_id as "partyId", r.is_automatic as "isAutomatic", r.archived_at as "archivedAt", r.version, b.currency`;
const source = sql`
  from bank_matching_rules as r
  join bank_accounts as b on b.tenant_id = r.tenant_id and b.id = r.bank_account_id
  left join ledger_accounts as a on a.tenant_id = r.tenant_id and a.id = r.account_id`;
const standing = (tx: TenantTx, bankAccountId: string): Sql =>
  sql`r.tenant_id = ${tx.ctx.tenantId}::uuid and r.bank_account_id = ${bankAccountId}::uuid and r.archived_at is null`;

const amountOf = (minor: bigint | null, currency: string): string | null =>
  minor === null ? null : moneyJson(minor, currency).amount;

export const viewRule = ({ minMinor, maxMinor, currency, ...row }: RuleRow): RuleView => ({
  ...row,
  minAmount: amountOf(minMinor, currency),
  maxAmount: amountOf(maxMinor, currency),
});

export async function loadRule(tx: TenantTx, id: string, lock = false): Promise<RuleRow | null> {
  const [row] = await tx.rows<RuleRow>(sql`
    select ${columns} ${source} where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.id = ${id}::uuid ${lock ? sql`for update of r` : sql``}`);
  return row ?? null;
}

/** Writes a rule, new or changed. */
export async function saveRule(tx: TenantTx, row: Omit<RuleRow, 'account' | 'currency'>): Promise<void> {
  await tx.rows(sql`
    insert into bank_matching_rules as r (tenant_id, id, bank_account_id, name, position, direction, words, counterparty_account, min_minor, max_minor,
      account_id, party_id, is_automatic, archived_at, version, created_at)
    values (${tx.ctx.tenantId}::uuid, ${row.id}::uuid, ${row.bankAccountId}::uuid, ${row.name}, ${row.position}, ${row.direction}, ${row.words},
      ${row.counterpartyAccount}, ${row.minMinor}::bigint, ${row.maxMinor}::bigint, ${row.accountId}::uuid, ${row.partyId}::uuid,
      ${row.isAutomatic}, ${row.archivedAt}::timestamptz, ${row.version}, ${tx.ctx.now}::timestamptz)
    on conflict (tenant_id, id) do update set name = excluded.name, position = excluded.position, direction = excluded.direction,
      words = excluded.words, counterparty_account = excluded.counterparty_account, min_minor = excluded.min_minor,
      max_minor = excluded.max_minor, account_id = excluded.account_id, party_id = excluded.party_id,
      is_automatic = excluded.is_automatic, archived_at = excluded.archived_at, version = excluded.version`);
}

/** The rules of an account in the order in which they are tried. */
export const rulesToTry = (tx: TenantTx, bankAccountId: string): Promise<MatchingRule[]> =>
  tx.rows<MatchingRule>(sql`select ${columns} ${source} where ${standing(tx, bankAccountId)} order by r.position, r.id`);

export async function pageOfRules(
  tx: TenantTx,
  input: { bankAccountId: string; limit: number; cursor?: string | undefined },
): Promise<Page<RuleView>> {
  const page = await readPage<RuleRow, 'position'>(tx, {
    select: sql`select ${columns}, r.position as "sortValue" ${source}`,
    where: [standing(tx, input.bankAccountId)],
    id: sql`r.id`,
    sorts: { position: { column: sql`r.position`, type: 'integer' } },
    sort: 'position',
    limit: input.limit,
    cursor: input.cursor,
  });
  return { ...page, items: page.items.map(viewRule) };
}
