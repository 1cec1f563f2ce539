import { type BusinessDate, present } from '@atlas/kernel';
import { sql, type TenantTx } from '@atlas/platform';
import type { DunningFigure } from '../domain/dunning-letter.ts';
import type { DunningLocale } from '../domain/dunning-text.ts';

/** A reminder as it is written. */
export type NewReminder = {
  readonly id: string;
  readonly number: string;
  readonly runId: string;
  readonly partyId: string;
  readonly date: BusinessDate;
  readonly level: number;
  readonly levelName: string;
  readonly locale: DunningLocale;
  readonly subject: string;
  readonly body: string;
  readonly figures: readonly DunningFigure[];
  readonly mail: 'requested' | 'no_address' | 'no_vendor';
  readonly mailId: string | null;
  readonly currency: string;
  readonly feeMinor: bigint;
  readonly entryId: string | null;
};

export type RemindedItem = {
  readonly entryId: string;
  readonly position: number;
  readonly level: number;
  readonly dueOn: string;
  readonly daysOverdue: number;
  readonly currency: string;
  readonly openMinor: bigint;
};

/** The number of the next reminder of a year; without a gap, because it is given back with the transaction. */
export async function drawReminderNumber(tx: TenantTx, year: number): Promise<string> {
  const [drawn] = await tx.rows<{ number: string }>(sql`
    select 'REM-' || ${year}::text || '-' || lpad(draw_numbers(${tx.ctx.tenantId}::uuid, 'reminder', ${year}::integer, 1)::text, 5, '0') as number`);
  return present(drawn, 'a number is always drawn').number;
}

export async function isReminder(tx: TenantTx, id: string): Promise<boolean> {
  const rows = await tx.rows(sql`select from reminders where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
  return rows.length > 0;
}

/** Writes a reminder and what it is about. */
export function insertReminder(tx: TenantTx, row: NewReminder, items: readonly RemindedItem[]): void {
  tx.tell(sql`
    insert into reminders (tenant_id, id, number, run_id, party_id, date, level, level_name, locale, subject, body, figures, mail, mail_id,
      currency, fee_minor, entry_id, created_at)
    values (${tx.ctx.tenantId}::uuid, ${row.id}::uuid, ${row.number},
      ${row.runId}::uuid, ${row.partyId}::uuid, ${row.date}::date, ${row.level}::integer, ${row.levelName}, ${row.locale}, ${row.subject}, ${row.body},
      ${JSON.stringify(row.figures)}::jsonb, ${row.mail}, ${row.mailId}::uuid, ${row.currency}, ${row.feeMinor}, ${row.entryId}::uuid,
      ${tx.ctx.now}::timestamptz)`);
  const json = JSON.stringify(items.map((item) => ({ ...item, openMinor: item.openMinor.toString() })));
  tx.tell(sql`
    insert into reminder_items (tenant_id, reminder_id, entry_id, position, level, due_on, days_overdue, currency, open_minor)
    select ${tx.ctx.tenantId}::uuid, ${row.id}::uuid, "entryId", position, level, "dueOn", "daysOverdue", currency, "openMinor"
    from jsonb_to_recordset(${json}::jsonb) as i ("entryId" uuid, position integer, level integer, "dueOn" date, "daysOverdue" integer,
      currency text, "openMinor" bigint)`);
}

/** Marks a reminder as taken back: what it was about may be reminded of that level again. */
export function markReversed(tx: TenantTx, id: string, date: string, reason: string, entryId: string | null): void {
  tx.tell(sql`
    update reminders set reversed_on = ${date}::date, reversal_reason = ${reason}, reversal_entry_id = ${entryId}::uuid, version = version + 1
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
  tx.tell(
    sql`update reminder_items set taken_back = true where tenant_id = ${tx.ctx.tenantId}::uuid and reminder_id = ${id}::uuid`,
  );
}
