import type { Page } from '@atlas/contract';
import { moneyJson } from '@atlas/kernel';
import { containing, readPage, type Sql, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { listPayments, payment, paymentAllocation, paymentSummary } from '../contract/payments.ts';

export type Payment = z.output<typeof payment>;
type Summary = z.output<typeof paymentSummary>;
type Allocation = z.output<typeof paymentAllocation>;
type Minor = { readonly amountMinor: bigint; readonly openMinor: bigint; readonly currency: string };
type SummaryRow = Omit<Summary, 'amount' | 'open'> & Minor;
type DetailRow = Omit<Payment, 'amount' | 'open' | 'value' | 'allocations'> &
  Minor & { baseMinor: bigint; booksCurrency: string };

const columns = sql`
  p.id, p.number, p.direction, p.ledger, p.party_id as "partyId", c.name as "partyName", p.date, p.account_id as "accountId",
  a.code || ' ' || a.name as "accountName", p.currency, p.amount_minor as "amountMinor", abs(i.residual_minor) as "openMinor", p.reference,
  p.reversed_on as "reversedOn", p.version`;

/** The control account's line is the first of a payment's entry. */
const source = sql`
  from payments as p
  join parties as c on c.tenant_id = p.tenant_id and c.id = p.party_id
  join ledger_accounts as a on a.tenant_id = p.tenant_id and a.id = p.account_id
  join open_items as i on i.tenant_id = p.tenant_id and i.entry_id = p.entry_id and i.position = 1`;

const summaryOf = ({ amountMinor, openMinor, currency, ...row }: SummaryRow): Summary => ({
  ...row,
  amount: moneyJson(amountMinor, currency),
  open: moneyJson(openMinor, currency),
});

/** What a payment settles now: the other side of each allocation of its item that stands. */
const allocationsOf = (tx: TenantTx, id: string): Promise<(Omit<Allocation, 'amount'> & { minor: bigint; currency: string })[]> =>
  tx.rows(sql`
    select l.id, l.date, o.entry_id as "entryId", o.position, o.source_kind as "sourceKind", o.source_id as "sourceId",
           coalesce(d.number, e.number) as "documentNumber", o.due_on as "dueOn",
           case when own.amount_minor > 0 then l.debit_minor else l.credit_minor end as minor, own.currency
    from payments as p
    join open_items as own on own.tenant_id = p.tenant_id and own.entry_id = p.entry_id and own.position = 1
    join allocations as l on l.tenant_id = own.tenant_id
      and (own.entry_id, own.position) in ((l.debit_entry_id, l.debit_position), (l.credit_entry_id, l.credit_position))
    join open_items as o on o.tenant_id = l.tenant_id
      and (o.entry_id, o.position) in ((l.debit_entry_id, l.debit_position), (l.credit_entry_id, l.credit_position))
      and (o.entry_id, o.position) <> (own.entry_id, own.position)
    join journal_entries as e on e.tenant_id = o.tenant_id and e.id = o.entry_id
    left join documents as d on d.tenant_id = o.tenant_id and d.kind = o.source_kind and d.id = o.source_id
    where p.tenant_id = ${tx.ctx.tenantId}::uuid and p.id = ${id}::uuid and p.reversed_on is null and l.reversal_of_id is null
      and not exists (select from allocations as r where r.tenant_id = l.tenant_id and r.reversal_of_id = l.id)
    order by o.due_on, l.id`);

/** A payment with what it settles, or null; locked until the end of the transaction when asked. */
export async function loadPayment(tx: TenantTx, id: string, lock = false): Promise<Payment | null> {
  const [rows, allocations] = await Promise.all([
    tx.rows<DetailRow>(sql`
      select ${columns}, p.note, p.base_minor as "baseMinor", b.base_currency as "booksCurrency", p.entry_id as "entryId",
             p.reversal_entry_id as "reversalEntryId"
      ${source} join companies as b on b.tenant_id = p.tenant_id
      where p.tenant_id = ${tx.ctx.tenantId}::uuid and p.id = ${id}::uuid ${lock ? sql`for update of p` : sql``}`),
    allocationsOf(tx, id),
  ]);
  const [row] = rows;
  if (!row) return null;
  const { amountMinor, openMinor, currency, baseMinor, booksCurrency, ...rest } = row;
  return {
    ...rest,
    amount: moneyJson(amountMinor, currency),
    open: moneyJson(openMinor, currency),
    value: moneyJson(baseMinor, booksCurrency),
    allocations: allocations.map(({ minor, currency: unit, ...each }) => ({ ...each, amount: moneyJson(minor, unit) })),
  };
}

export type NewPayment = {
  readonly id: string;
  readonly year: number;
  readonly direction: string;
  readonly ledger: string;
  readonly partyId: string;
  readonly date: string;
  readonly accountId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly baseMinor: bigint;
  readonly reference: string | null;
  readonly note: string | null;
  readonly entryId: string;
};

/** Writes a posted payment with the next number of its fiscal year. */
export function insertPayment(tx: TenantTx, row: NewPayment): void {
  tx.tell(sql`
    insert into payments (tenant_id, id, number, direction, ledger, party_id, date, account_id, currency, amount_minor, base_minor, reference,
      note, entry_id, created_at)
    values (${tx.ctx.tenantId}::uuid, ${row.id}::uuid,
      'PAY-' || ${row.year}::text || '-' || lpad(draw_numbers(${tx.ctx.tenantId}::uuid, 'payment', ${row.year}::integer, 1)::text, 5, '0'),
      ${row.direction}, ${row.ledger}, ${row.partyId}::uuid, ${row.date}::date, ${row.accountId}::uuid, ${row.currency}, ${row.amountMinor},
      ${row.baseMinor}, ${row.reference}, ${row.note}, ${row.entryId}::uuid, ${tx.ctx.now}::timestamptz)`);
}

/** Marks a payment as taken back by an entry. */
export function markReversed(tx: TenantTx, id: string, date: string, entryId: string): void {
  tx.tell(sql`
    update payments set reversed_on = ${date}::date, reversal_entry_id = ${entryId}::uuid, version = version + 1
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
}

const matching = (q: string | undefined): Sql | null => {
  if (!q) return null;
  const pattern = containing(q);
  return sql`(p.number ilike ${pattern} or p.reference ilike ${pattern} or c.name ilike ${pattern})`;
};

export async function pageOfPayments(tx: TenantTx, input: z.output<typeof listPayments.input>): Promise<Page<Summary>> {
  const found = await readPage<SummaryRow, 'date'>(tx, {
    select: sql`select ${columns}, p.date as "sortValue" ${source}`,
    where: [
      sql`p.tenant_id = ${tx.ctx.tenantId}::uuid`,
      input.direction ? sql`p.direction = ${input.direction}` : null,
      input.partyId ? sql`p.party_id = ${input.partyId}::uuid` : null,
      input.from ? sql`p.date >= ${input.from}::date` : null,
      input.to ? sql`p.date <= ${input.to}::date` : null,
      input.open ? sql`i.settled_on is null` : null,
      matching(input.q),
    ],
    id: sql`p.id`,
    sorts: { date: { column: sql`p.date`, type: 'date' } },
    sort: input.sort,
    limit: input.limit,
    cursor: input.cursor,
  });
  return { ...found, items: found.items.map(summaryOf) };
}
