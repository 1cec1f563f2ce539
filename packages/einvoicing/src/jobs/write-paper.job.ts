import { job } from '@atlas/platform';
import { invoicePaperRequested } from '../contract/events.ts';
import { writePaper } from '../papers/write-paper.ts';

/** Writes an invoice that somebody asked for as PDF. */
export const writePaperJob = job({
  name: 'einvoicing.invoice_paper.write',
  on: invoicePaperRequested,
  run: (run, { paperId }) => writePaper(run, paperId),
});
