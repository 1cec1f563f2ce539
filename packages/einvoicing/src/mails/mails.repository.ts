import type { Output } from '@atlas/contract';
import { sql, type TenantTx } from '@atlas/platform';
import type { listInvoiceMails } from '../contract/mails.ts';

type MailRow = Output<typeof listInvoiceMails>['items'][number];

/** How a mail ended is written where it was sent from: the trail of the workspace. */
const select = sql`
  select m.id, m.invoice_id as "invoiceId", coalesce(sent.outcome, m.status) as status, m.address, m.requested_by as "requestedBy",
    m.created_at as "createdAt"
  from invoice_mails as m
  left join lateral (
    select a.after ->> 'outcome' as outcome from audit_events as a
    where a.tenant_id = m.tenant_id and a.subject_id = m.message_id and a.action = 'platform.mail.send' order by a.id desc limit 1
  ) as sent on true`;

/** The newest mails of an invoice that is reached. */
export const mailsOf = (tx: TenantTx, invoiceId: string): Promise<MailRow[]> =>
  tx.rows<MailRow>(sql`
    ${select} where m.tenant_id = ${tx.ctx.tenantId}::uuid and m.invoice_id = ${invoiceId}::uuid
    order by m.created_at desc, m.id desc limit 50`);

export type KeptMail = {
  readonly id: string;
  readonly invoiceId: string;
  readonly paperId: string;
  /** Null is the customer's own */
  readonly address: string | null;
};

export async function loadMail(tx: TenantTx, id: string): Promise<KeptMail | null> {
  const [row] = await tx.rows<KeptMail>(sql`
    select id, invoice_id as "invoiceId", paper_id as "paperId", address from invoice_mails
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid`);
  return row ?? null;
}

export async function insertMail(tx: TenantTx, { id, invoiceId, paperId, address }: KeptMail): Promise<void> {
  const { tenantId, actor, now } = tx.ctx;
  await tx.rows(sql`
    insert into invoice_mails (tenant_id, id, invoice_id, paper_id, address, requested_by, created_at)
    values (${tenantId}::uuid, ${id}::uuid, ${invoiceId}::uuid, ${paperId}::uuid, ${address}, ${actor.id}::uuid, ${now}::timestamptz)`);
}

/** What became of a mail before anybody sent it. @param messageId of the one that was asked for */
export async function settleMail(
  tx: TenantTx,
  id: string,
  status: 'requested' | 'no_address' | 'no_vendor' | 'no_paper',
  messageId: string | null,
): Promise<void> {
  await tx.rows(sql`
    update invoice_mails set status = ${status}, message_id = ${messageId}::uuid
    where tenant_id = ${tx.ctx.tenantId}::uuid and id = ${id}::uuid and status = 'queued'`);
}
