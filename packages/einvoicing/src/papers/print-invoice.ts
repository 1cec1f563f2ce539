import { uuidv7 } from '@atlas/kernel';
import { command, found, requestJob, type TenantTx } from '@atlas/platform';
import { invoicePaperRequested } from '../contract/events.ts';
import { printInvoice as route } from '../contract/papers.ts';
import { checkInvoice } from '../domain/check-invoice.ts';
import { invoiceOfSale } from '../domain/invoice-of-sale.ts';
import { fileNameOf } from '../invoices/file-name.ts';
import { gapsOf } from '../invoices/gaps-of.ts';
import { loadSold } from '../invoices/load-sold.ts';
import { insertPaper, type KeptPaper, loadPaper, lockPapers, newestPaper } from './papers.repository.ts';

type Document = Awaited<ReturnType<typeof loadSold>>;

const isVoided = ({ invoice }: Document): boolean => invoice.status === 'voided';

/** Whether a paper is all that can be had: it comes, it carries the electronic invoice, or that still lacks something. */
const isEnough = (paper: KeptPaper, document: Document): boolean =>
  paper.isVoided === isVoided(document) &&
  (paper.status === 'queued' ||
    (paper.status === 'completed' &&
      (paper.gaps.length === 0 || gapsOf(checkInvoice(invoiceOfSale(document.sold, 'cii')), document.invoice).length > 0)));

async function request(tx: TenantTx, invoiceId: string, document: Document, edition: number): Promise<string> {
  const id = uuidv7();
  const fileName = fileNameOf(document.sold.number, '.pdf');
  const jobId = await requestJob(tx, route.name, invoicePaperRequested, { paperId: id }, invoiceId);
  await insertPaper(tx, { id, invoiceId, edition, isVoided: isVoided(document), fileName, jobId });
  tx.record({ subjectId: invoiceId, after: { paperId: id, edition, isVoided: isVoided(document), fileName } });
  return id;
}

/** The paper of a document: the one there is, where that is enough, or another that is asked for. */
export async function askForPaper(tx: TenantTx, invoiceId: string): Promise<KeptPaper> {
  const document = await loadSold(tx, invoiceId);
  await lockPapers(tx, invoiceId);
  const last = await newestPaper(tx, invoiceId);
  if (last && isEnough(last, document)) return last;
  const id = await request(tx, invoiceId, document, (last?.edition ?? 0) + 1);
  return found(await loadPaper(tx, id), 'paper');
}

export const printInvoice = command(route, (tx, { id }) => askForPaper(tx, id));
