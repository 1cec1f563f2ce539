import type { BusinessDate } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { OtherOpen } from '../domain/dunning-figures.ts';
import type { Proposal } from '../domain/propose.ts';
import type { Candidate } from './candidates.repository.ts';

const othersJson = (others: readonly OtherOpen[]) =>
  others.map(({ currency, feesMinor, creditMinor }) => ({
    currency,
    feesMinor: feesMinor.toString(),
    creditMinor: creditMinor.toString(),
  }));

/** Writes whom a run proposes to remind of what. */
export function insertProposals(
  tx: TenantTx,
  runId: string,
  asOf: BusinessDate,
  proposals: readonly Proposal<Candidate>[],
): void {
  const parties = proposals.map(({ partyId, others }) => ({ partyId, others: othersJson(others) }));
  const items = proposals.flatMap(({ items: own }) =>
    own.map(({ last: _last, ...item }) => ({ ...item, openMinor: item.openMinor.toString() })),
  );
  tx.tell(sql`
    insert into dunning_proposals (tenant_id, run_id, party_id, others)
    select ${tx.ctx.tenantId}::uuid, ${runId}::uuid, "partyId", others
    from jsonb_to_recordset(${JSON.stringify(parties)}::jsonb) as p ("partyId" uuid, others jsonb)`);
  tx.tell(sql`
    insert into dunning_proposal_items (tenant_id, run_id, party_id, entry_id, position, level, days_overdue, currency, open_minor)
    select ${tx.ctx.tenantId}::uuid, ${runId}::uuid, "partyId", "entryId", position, level, ${asOf}::date - "dueOn", currency, "openMinor"
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i ("partyId" uuid, "entryId" uuid, position integer, level integer,
      "dueOn" date, currency text, "openMinor" bigint)`);
}

type ItemKey = { readonly entryId: string; readonly position: number };

/** Leaves items out or takes them in. Answers how many of them the run has. */
export async function saveSelection(tx: TenantTx, runId: string, selected: boolean, keys: readonly ItemKey[]): Promise<number> {
  const rows = await tx.rows(sql`
    update dunning_proposal_items as i set selected = ${selected}
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k ("entryId" uuid, position integer)
    where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.run_id = ${runId}::uuid and i.entry_id = k."entryId" and i.position = k.position
    returning 1`);
  return rows.length;
}

type ChosenItem = ItemKey & { readonly level: number };
export type NextCustomer = { readonly partyId: string; readonly items: readonly ChosenItem[] };

/** The next customer of a run with what was selected, or null when the run has come to its end. */
export async function nextCustomer(tx: TenantTx, runId: string): Promise<NextCustomer | null> {
  const [row] = await tx.rows<NextCustomer>(sql`
    select i.party_id as "partyId", jsonb_agg(jsonb_build_object('entryId', i.entry_id, 'position', i.position, 'level', i.level)) as items
    from dunning_proposal_items as i
    join dunning_proposals as p on p.tenant_id = i.tenant_id and p.run_id = i.run_id and p.party_id = i.party_id
    where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.run_id = ${runId}::uuid and i.selected and p.outcome is null
    group by i.party_id order by i.party_id limit 1`);
  return row ?? null;
}

export function saveOutcome(tx: TenantTx, runId: string, partyId: string, outcome: 'reminded' | 'left_out'): void {
  tx.tell(sql`
    update dunning_proposals set outcome = ${outcome}
    where tenant_id = ${tx.ctx.tenantId}::uuid and run_id = ${runId}::uuid and party_id = ${partyId}::uuid`);
}
