import type { Page } from '@atlas/contract';
import { moneyJson } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { listOpenItems, openItem } from '../contract/open-items.ts';
import { takenOf } from '../terms/terms-of-documents.repository.ts';

type Item = z.output<typeof openItem>;
type Row = Omit<Item, 'amount' | 'open' | 'discount'> & {
  readonly id: string;
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  readonly discountMinor: bigint | null;
  readonly currency: string;
};

/** Instalments of one document that fall on one day are told apart by their lines. */
const byDueDate = sql`to_char(i.due_on, 'YYYY-MM-DD') || lpad(i.position::text, 5, '0')`;

export async function pageOfOpenItems(tx: TenantTx, input: z.output<typeof listOpenItems.input>): Promise<Page<Item>> {
  const found = await readPage<Row, 'dueOn'>(tx, {
    select: sql`
      select i.entry_id as "entryId", i.position, i.entry_id as id, i.ledger, i.party_id as "partyId", p.name as "partyName",
        i.source_kind as "sourceKind", i.source_id as "sourceId", coalesce(d.number, e.number) as "documentNumber", d.reference, i.date,
        i.due_on as "dueOn", i.amount_minor as "amountMinor", i.residual_minor as "openMinor", i.currency, x.until as "discountUntil",
        x.left_minor as "discountMinor", ${byDueDate} as "sortValue"
      from open_items as i
      join journal_entries as e on e.tenant_id = i.tenant_id and e.id = i.entry_id
      left join parties as p on p.tenant_id = i.tenant_id and p.id = i.party_id
      left join documents as d on d.tenant_id = i.tenant_id and d.kind = i.source_kind and d.id = i.source_id
      left join lateral (
        select d.until, d.amount_minor - ${takenOf(tx)} as left_minor from early_discounts as d
        where d.tenant_id = i.tenant_id and d.entry_id = i.entry_id and d.position = i.position
      ) as x on x.left_minor > 0`,
    where: [
      sql`i.tenant_id = ${tx.ctx.tenantId}::uuid and i.settled_on is null`,
      input.ledger ? sql`i.ledger = ${input.ledger}` : null,
      input.partyId ? sql`i.party_id = ${input.partyId}::uuid` : null,
      input.dueBy ? sql`i.due_on <= ${input.dueBy}::date` : null,
    ],
    id: sql`i.entry_id`,
    sorts: { dueOn: { column: byDueDate, type: 'text' } },
    sort: 'dueOn',
    limit: input.limit,
    cursor: input.cursor,
  });
  return {
    ...found,
    items: found.items.map(({ id: _id, amountMinor, openMinor, discountMinor, currency, ...row }) => ({
      ...row,
      amount: moneyJson(amountMinor, currency),
      open: moneyJson(openMinor, currency),
      discount: discountMinor === null ? null : moneyJson(discountMinor, currency),
    })),
  };
}

/** Whether there is an allocation with this id, standing or taken back; null when there is none. */
export async function allocationExists(tx: TenantTx, id: string): Promise<true | null> {
  const rows = await tx.rows(
    sql`select from allocations where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid and reversal_of_id is null`,
  );
  return rows.length > 0 ? true : null;
}
