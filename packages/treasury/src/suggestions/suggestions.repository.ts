import { sql, type TenantTx } from '@atlas/platform';
import type { LineKey } from '../domain/match-subject.ts';
import type { Suggested } from '../domain/suggest-matches.ts';
import type { Reason } from '../domain/suggestion.ts';

/** Replaces what movements may be, for all of them at once. */
export function replaceSuggestions(tx: TenantTx, suggested: readonly Suggested[]): void {
  const rows = suggested.flatMap(({ lineId, suggestions }) =>
    suggestions.map(({ ledgerLine, items, restMinor, ...rest }, index) => ({
      ...rest,
      lineId,
      rank: index + 1,
      items: items.map(({ amountMinor, ...key }) => ({ ...key, amountMinor: amountMinor.toString() })),
      ledgerEntryId: ledgerLine?.entryId,
      ledgerPosition: ledgerLine?.position,
      restMinor: restMinor.toString(),
    })),
  );
  tx.tell(sql`
    delete from bank_suggestions where tenant_id = ${tx.ctx.tenantId}::uuid and line_id = any(${suggested.map(({ lineId }) => lineId)}::uuid[])`);
  tx.tell(sql`
    insert into bank_suggestions (tenant_id, line_id, rank, kind, score, reasons, items, ledger_entry_id, ledger_position, rule_id, rest_minor)
    select ${tx.ctx.tenantId}::uuid, "lineId", rank, kind, score, reasons, items, "ledgerEntryId", "ledgerPosition", "ruleId", "restMinor"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s ("lineId" uuid, rank integer, kind text, score integer, reasons jsonb,
      items jsonb, "ledgerEntryId" uuid, "ledgerPosition" integer, "ruleId" uuid, "restMinor" bigint)`);
}

export type SuggestionRow = {
  readonly rank: number;
  readonly kind: 'items' | 'ledger' | 'rule';
  readonly score: number;
  readonly reasons: Reason[];
  readonly items: readonly (LineKey & { readonly amountMinor: string })[];
  readonly ledgerEntryId: string | null;
  readonly ledgerPosition: number | null;
  readonly ruleId: string | null;
  readonly ruleName: string | null;
  readonly accountId: string | null;
  readonly account: string | null;
  readonly partyId: string | null;
  readonly restMinor: bigint;
};

/** What a movement may be, as it was last worked out. */
export const suggestionsOf = (tx: TenantTx, lineId: string): Promise<SuggestionRow[]> =>
  tx.rows<SuggestionRow>(sql`
    select s.rank, s.kind, s.score, s.reasons, s.items, s.ledger_entry_id as "ledgerEntryId", s.ledger_position as "ledgerPosition",
      s.rule_id as "ruleId", r.name as "ruleName", r.account_id as "accountId", a.code || ' ' || a.name as account, r.party_id as "partyId",
      s.rest_minor as "restMinor"
    from bank_suggestions as s
    left join bank_matching_rules as r on r.tenant_id = s.tenant_id and r.id = s.rule_id and r.archived_at is null
    left join ledger_accounts as a on a.tenant_id = r.tenant_id and a.id = r.account_id
    where s.tenant_id = ${tx.ctx.tenantId}::uuid and s.line_id = ${lineId}::uuid order by s.rank`);

/** The account that a movement is of; null when there is no such movement. */
export async function accountOfLine(tx: TenantTx, lineId: string): Promise<{ id: string; currency: string } | null> {
  const [row] = await tx.rows<{ id: string; currency: string }>(sql`
    select bank_account_id as id, currency from bank_statement_lines where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${lineId}::uuid`);
  return row ?? null;
}
