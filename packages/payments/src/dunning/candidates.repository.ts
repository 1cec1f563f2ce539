import type { BusinessDate } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { OtherOpen } from '../domain/dunning-figures.ts';
import type { LastReminder } from '../domain/dunning-level.ts';

/** What a customer owes beyond its day and may be reminded of, with what was last written about it. */
export type Candidate = {
  readonly entryId: string;
  readonly position: number;
  readonly partyId: string;
  readonly dueOn: BusinessDate;
  readonly currency: string;
  readonly openMinor: bigint;
  readonly last: LastReminder | null;
};

type Wanted = { readonly asOf: BusinessDate; readonly partyId?: string; readonly limit?: number };

/**
 * Items that are overdue on a day, oldest first: not what is on hold, nor of customers who are never reminded. Nobody is
 * reminded of a fee by itself: it is named as what is owed besides.
 */
export const loadCandidates = (tx: TenantTx, { asOf, partyId, limit = 100_000 }: Wanted): Promise<Candidate[]> =>
  tx.rows<Candidate>(sql`
    select i.entry_id as "entryId", i.position, i.party_id as "partyId", i.due_on as "dueOn", i.currency, i.residual_minor as "openMinor",
      last.reminder as last
    from open_items as i
    left join dunning_parties as x on x.tenant_id = i.tenant_id and x.party_id = i.party_id
    left join lateral (
      select jsonb_build_object('level', n.level, 'date', r.date) as reminder
      from reminder_items as n join reminders as r on r.tenant_id = n.tenant_id and r.id = n.reminder_id
      where n.tenant_id = i.tenant_id and n.entry_id = i.entry_id and n.position = i.position and not n.taken_back
      order by n.level desc limit 1
    ) as last on true
    where i.tenant_id = ${tx.ctx.tenantId}::uuid and i.ledger = 'receivable' and i.settled_on is null and i.residual_minor > 0
      and i.due_on < ${asOf}::date and i.source_kind <> 'payments.reminder' and i.party_id is not null
      ${partyId === undefined ? sql`` : sql`and i.party_id = ${partyId}::uuid`} and not coalesce(x.excluded, false)
      and not exists (
        select from dunning_holds as h where h.tenant_id = i.tenant_id and h.entry_id = i.entry_id and (h.until is null or h.until >= ${asOf}::date)
      )
    order by i.due_on, i.entry_id, i.position limit ${limit}::integer`);

type OtherRow = OtherOpen & { readonly partyId: string };

/** Credits and unpaid fees of customers by currency. */
export const loadOthers = (tx: TenantTx, partyIds: readonly string[]): Promise<OtherRow[]> =>
  tx.rows<OtherRow>(sql`
    select party_id as "partyId", currency, coalesce(sum(residual_minor) filter (where residual_minor > 0), 0)::bigint as "feesMinor",
      coalesce(sum(residual_minor) filter (where residual_minor < 0), 0)::bigint as "creditMinor"
    from open_items
    where tenant_id = ${tx.ctx.tenantId}::uuid and ledger = 'receivable' and settled_on is null and party_id = any(${partyIds}::uuid[])
      and (residual_minor < 0 or source_kind = 'payments.reminder')
    group by 1, 2`);
