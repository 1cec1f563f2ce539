import { Readable } from 'node:stream';
import { present } from '@atlas/kernel';
import { loadCustomer, postedTerms } from '@atlas/payments';
import { type EnclosedFile, isRefused, type JobRun, keepBytes, writeLetter } from '@atlas/platform';
import { invoicePrinted } from '../contract/events.ts';
import { checkInvoice } from '../domain/check-invoice.ts';
import type { EInvoice } from '../domain/e-invoice.ts';
import { facturXMetadata, facturXName } from '../domain/factur-x.ts';
import { invoiceOfSale } from '../domain/invoice-of-sale.ts';
import { writeInvoice } from '../domain/syntaxes.ts';
import { gapsOf } from '../invoices/gaps-of.ts';
import { loadSold } from '../invoices/load-sold.ts';
import { printXml } from '../invoices/print-xml.ts';
import { invoiceLetter } from './invoice-letter.ts';
import { completePaper, failPaper, type KeptPaper, loadPaper, type PaperGap } from './papers.repository.ts';

/** The electronic invoice as Factur-X has it inside of a PDF. */
const facturX = (written: EInvoice): EnclosedFile => ({
  name: facturXName,
  mediaType: 'text/xml',
  description: 'Factur-X',
  relationship: 'Alternative',
  content: Buffer.from(printXml(writeInvoice(written, 'cii'))),
  metadata: facturXMetadata(),
});

async function letterOf(run: JobRun, { invoiceId, isVoided }: KeptPaper) {
  const { terms, locale, ...document } = await run.read(async (tx) => {
    const found = await loadSold(tx, invoiceId);
    const { entryId, customerId } = found.invoice;
    const [posted, customer] = await Promise.all([
      postedTerms(tx, present(entryId, 'a document with a number is posted')),
      loadCustomer(tx, customerId),
    ]);
    return { ...found, terms: posted, locale: customer.locale };
  });
  const written = invoiceOfSale(document.sold, 'cii');
  const gaps: PaperGap[] = isVoided ? [] : gapsOf(checkInvoice(written), document.invoice);
  // A machine that reads what was voided would have it paid.
  const enclosed = isVoided || gaps.length > 0 ? null : facturX(written);
  return { gaps, letter: invoiceLetter({ ...document, written, terms, locale, isVoided }, enclosed) };
}

async function write(run: JobRun, paper: KeptPaper): Promise<void> {
  const { gaps, letter } = await letterOf(run, paper);
  const { file, undo } = await keepBytes(run.ctx, Readable.from([await writeLetter(letter)]));
  try {
    const isKept = await run.step(async (tx) => {
      if (!(await completePaper(tx, paper.id, gaps, file))) return false;
      const { id: paperId, invoiceId, edition } = paper;
      tx.record({ subjectId: invoiceId, after: { paperId, edition, byteCount: file.byteCount, sha256: file.sha256 } });
      tx.emit(invoicePrinted, { invoiceId, paperId, edition, isElectronic: letter.enclosed !== null });
      return true;
    });
    if (!isKept) await undo();
  } catch (error) {
    // A COMMIT that was on its way may have arrived: what is kept for nobody is less than what lacks.
    if (isRefused(error)) await undo();
    throw error;
  }
}

/**
 * Writes an invoice as PDF, with its electronic invoice inside where it lacks nothing, unless it is written. Killed in between it begins
 * again; a paper that another run has written stays. What cannot be written ends it, because trying again would not help.
 */
export async function writePaper(run: JobRun, paperId: string): Promise<void> {
  const paper = present(await run.read((tx) => loadPaper(tx, paperId)), 'a paper is never deleted');
  if (paper.status !== 'queued') return;
  try {
    await write(run, paper);
  } catch (error) {
    if (!isRefused(error)) throw error;
    await run.step((tx) => failPaper(tx, paperId, error.message));
  }
}
