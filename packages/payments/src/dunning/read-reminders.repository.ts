import type { Page } from '@atlas/contract';
import { moneyJson } from '@atlas/kernel';
import { readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { listReminders, reminder, reminderSummary } from '../contract/reminders.ts';

type View = z.output<typeof reminder>;
type Summary = z.output<typeof reminderSummary>;
type Minor = { readonly currency: string; readonly feeMinor: bigint };
type SummaryRow = Omit<Summary, 'fee'> & Minor;
type DetailRow = Omit<View, 'fee' | 'items'> & Minor;
type ItemRow = Omit<View['items'][number], 'open'> & { readonly currency: string; readonly openMinor: bigint };

/** How a mail ended is written where it was sent from: the trail of the workspace. */
const columns = sql`
  r.id, r.number, r.date, r.run_id as "runId", r.party_id as "partyId", p.name as "partyName", r.level, r.level_name as "levelName",
  r.currency, r.fee_minor as "feeMinor", coalesce(sent.outcome, r.mail) as mail, r.reversed_on as "reversedOn", r.version`;

const source = sql`
  from reminders as r
  join parties as p on p.tenant_id = r.tenant_id and p.id = r.party_id
  left join lateral (
    select a.after ->> 'outcome' as outcome from audit_events as a
    where a.tenant_id = r.tenant_id and a.subject_id = r.mail_id and a.action = 'platform.mail.send' order by a.id desc limit 1
  ) as sent on true`;

const summaryOf = <R extends Minor>({ currency, feeMinor, ...row }: R) => ({ ...row, fee: moneyJson(feeMinor, currency) });

const itemsOf = (tx: TenantTx, id: string): Promise<ItemRow[]> =>
  tx.rows<ItemRow>(sql`
    select n.entry_id as "entryId", n.position, i.source_kind as "sourceKind", i.source_id as "sourceId",
      coalesce(d.number, e.number) as "documentNumber", n.due_on as "dueOn", n.days_overdue as "daysOverdue", n.level, n.currency,
      n.open_minor as "openMinor"
    from reminder_items as n
    join open_items as i on i.tenant_id = n.tenant_id and i.entry_id = n.entry_id and i.position = n.position
    join journal_entries as e on e.tenant_id = n.tenant_id and e.id = n.entry_id
    left join documents as d on d.tenant_id = i.tenant_id and d.kind = i.source_kind and d.id = i.source_id
    where n.tenant_id = ${tx.ctx.tenantId}::uuid and n.reminder_id = ${id}::uuid
    order by n.due_on, n.entry_id, n.position`);

/** A reminder as it was written, or null; locked until the end of the transaction when asked. */
export async function loadReminder(tx: TenantTx, id: string, lock = false): Promise<View | null> {
  const [rows, items] = await Promise.all([
    tx.rows<DetailRow>(sql`
      select ${columns}, r.locale, r.subject, r.body, r.figures, r.entry_id as "entryId", r.reversal_entry_id as "reversalEntryId",
        r.reversal_reason as "reversalReason"
      ${source} where r.tenant_id = ${tx.ctx.tenantId}::uuid and r.id = ${id}::uuid ${lock ? sql`for update of r` : sql``}`),
    itemsOf(tx, id),
  ]);
  const [row] = rows;
  if (!row) return null;
  return {
    ...summaryOf(row),
    items: items.map(({ openMinor, currency, ...item }) => ({ ...item, open: moneyJson(openMinor, currency) })),
  };
}

export async function pageOfReminders(tx: TenantTx, input: z.output<typeof listReminders.input>): Promise<Page<Summary>> {
  const found = await readPage<SummaryRow, 'date'>(tx, {
    select: sql`select ${columns}, r.date as "sortValue" ${source}`,
    where: [
      sql`r.tenant_id = ${tx.ctx.tenantId}::uuid`,
      input.partyId ? sql`r.party_id = ${input.partyId}::uuid` : null,
      input.runId ? sql`r.run_id = ${input.runId}::uuid` : null,
    ],
    id: sql`r.id`,
    sorts: { date: { column: sql`r.date`, type: 'date' } },
    sort: input.sort,
    limit: input.limit,
    cursor: input.cursor,
  });
  return { ...found, items: found.items.map(summaryOf) };
}
