import { present } from '@atlas/kernel';
import { loadCustomer } from '@atlas/payments';
import { emitMail, type JobRun, job, type TenantTx } from '@atlas/platform';
import { invoiceMailRequested } from '../contract/events.ts';
import { loadSold } from '../invoices/load-sold.ts';
import { type KeptMail, loadMail, settleMail } from '../mails/mails.repository.ts';
import { letterWordsIn } from '../papers/letter-words.ts';
import { loadPaper } from '../papers/papers.repository.ts';
import { writePaper } from '../papers/write-paper.ts';

/** Asks for the mail, where there is something to send, somebody to send it to and somebody who carries it. */
async function handOver(tx: TenantTx, mailer: JobRun['mailer'], { invoiceId, paperId, address }: KeptMail) {
  const [{ sold, invoice }, paper] = await Promise.all([loadSold(tx, invoiceId), loadPaper(tx, paperId)]);
  const { email, name, company, locale } = await loadCustomer(tx, invoice.customerId);
  const key = paper?.storageKey ?? null;
  if (key === null || !paper) return { status: 'no_paper', messageId: null } as const;
  const to = address ?? email;
  if (to === null) return { status: 'no_address', messageId: null } as const;
  if (mailer === null) return { status: 'no_vendor', messageId: null } as const;
  const values = letterWordsIn(locale).mail({ kind: sold.kind, number: sold.number, customer: name, company });
  const file = { name: paper.fileName, key };
  return {
    status: 'requested',
    messageId: emitMail(tx, mailer, { template: 'invoice', to, locale, values, file }),
  } as const;
}

/** Mails an invoice to its customer, or to somebody named beside, once; its PDF is written first where nobody has. */
export const mailInvoiceJob = job({
  name: 'einvoicing.invoice_mail.hand_over',
  on: invoiceMailRequested,
  run: async (run, { mailId }) => {
    if (await run.isDone()) return;
    const mail = present(await run.read((tx) => loadMail(tx, mailId)), 'a mail is never deleted');
    await writePaper(run, mail.paperId);
    await run.once(async (tx) => {
      const { status, messageId } = await handOver(tx, run.mailer, mail);
      await settleMail(tx, mailId, status, messageId);
      tx.record({ subjectId: mail.invoiceId, after: { mailId, mail: status } });
    });
  },
});
