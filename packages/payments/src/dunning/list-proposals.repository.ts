import type { Page } from '@atlas/contract';
import { moneyJson } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { dunningProposal, listDunningProposals } from '../contract/dunning-runs.ts';
import { figuresOf, type OtherOpen } from '../domain/dunning-figures.ts';

type View = z.output<typeof dunningProposal>;
type ItemRow = Omit<View['items'][number], 'open'> & {
  readonly partyId: string;
  readonly currency: string;
  readonly openMinor: bigint;
};
type PartyRow = Pick<View, 'partyId' | 'partyName' | 'hasAddress' | 'outcome' | 'reminderId'> & {
  readonly id: string;
  readonly currency: string;
  readonly fees: readonly string[];
  readonly others: readonly { readonly currency: string; readonly feesMinor: string; readonly creditMinor: string }[];
};

const itemsOf = (tx: TenantTx, runId: string, partyIds: readonly string[]): Promise<ItemRow[]> =>
  tx.rows<ItemRow>(sql`
    select n.party_id as "partyId", n.entry_id as "entryId", n.position, i.source_kind as "sourceKind", i.source_id as "sourceId",
      coalesce(d.number, e.number) as "documentNumber", i.due_on as "dueOn", n.days_overdue as "daysOverdue", n.level, n.currency,
      n.open_minor as "openMinor", n.selected
    from dunning_proposal_items as n
    join open_items as i on i.tenant_id = n.tenant_id and i.entry_id = n.entry_id and i.position = n.position
    join journal_entries as e on e.tenant_id = n.tenant_id and e.id = n.entry_id
    left join documents as d on d.tenant_id = i.tenant_id and d.kind = i.source_kind and d.id = i.source_id
    where n.tenant_id = ${tx.ctx.tenantId}::uuid and n.run_id = ${runId}::uuid and n.party_id = any(${partyIds}::uuid[])
    order by i.due_on, n.entry_id, n.position`);

function viewOf({ id: _id, currency, fees, others, ...party }: PartyRow, items: readonly ItemRow[]): View {
  const own = items.filter(({ partyId }) => partyId === party.partyId);
  const selected = own.filter((item) => item.selected);
  const level = Math.max(0, ...selected.map((item) => item.level));
  const feeMinor = BigInt(fees[level - 1] ?? '0');
  const open = others.map(
    (other): OtherOpen => ({
      currency: other.currency,
      feesMinor: BigInt(other.feesMinor),
      creditMinor: BigInt(other.creditMinor),
    }),
  );
  return {
    ...party,
    level,
    fee: moneyJson(feeMinor, currency),
    figures: figuresOf(selected, open, { currency, minor: feeMinor }),
    items: own.map(({ partyId: _party, openMinor, currency: unit, ...item }) => ({ ...item, open: moneyJson(openMinor, unit) })),
  };
}

/** The customers of a run by name; level and fee follow from what is selected. */
export async function pageOfProposals(tx: TenantTx, input: z.output<typeof listDunningProposals.input>): Promise<Page<View>> {
  const name = sql`p.name collate "und-x-icu"`;
  const found = await readPage<PartyRow, 'name'>(tx, {
    select: sql`
      select n.party_id as id, n.party_id as "partyId", p.name as "partyName", p.email is not null as "hasAddress", n.outcome, n.others,
        m.id as "reminderId", r.currency, (select jsonb_agg(l ->> 'feeMinor' order by ordinality) from jsonb_array_elements(r.levels)
          with ordinality as l (l, ordinality)) as fees, ${name} as "sortValue"
      from dunning_proposals as n
      join dunning_runs as r on r.tenant_id = n.tenant_id and r.id = n.run_id
      join parties as p on p.tenant_id = n.tenant_id and p.id = n.party_id
      left join reminders as m on m.tenant_id = n.tenant_id and m.run_id = n.run_id and m.party_id = n.party_id`,
    where: [sql`n.tenant_id = ${tx.ctx.tenantId}::uuid`, sql`n.run_id = ${input.id}::uuid`],
    id: sql`n.party_id`,
    sorts: { name: { column: name, type: 'text' } },
    sort: 'name',
    limit: input.limit,
    cursor: input.cursor,
  });
  const items = await itemsOf(
    tx,
    input.id,
    found.items.map(({ partyId }) => partyId),
  );
  return { ...found, items: found.items.map((party) => viewOf(party, items)) };
}
