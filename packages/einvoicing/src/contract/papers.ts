import { fileParts, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant } = schemas;

/** Something that kept the electronic invoice out of a paper. */
export const paperGap = z
  .object({
    rule: z.string().meta({ description: 'As EN 16931 calls it: BR-S-02' }),
    place: z.string().meta({ description: 'JSON pointer into the electronic invoice' }),
    message: z.string(),
    setAt: z.string().meta({ description: 'The page of the web app where it is set' }),
  })
  .meta({ id: 'InvoicePaperGap' });

export const invoicePaper = z
  .object({
    id,
    invoiceId: id,
    edition: z.int().meta({
      description:
        'Another follows the first only where that could not carry its electronic invoice, or the document was voided since',
    }),
    isVoided: z.boolean().meta({ description: 'It says that its document was voided, and carries no electronic invoice' }),
    status: z.enum(['queued', 'completed', 'failed']),
    fileName: z.string(),
    gaps: z.array(paperGap).meta({ description: 'Why it carries no electronic invoice; none where it does' }),
    byteCount: z.int().nullable(),
    sha256: z.string().nullable(),
    error: z.string().nullable(),
    jobId: id.nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'InvoicePaper' });

const scoped = ['invoices'] as const;

export const printInvoice = route({
  name: 'einvoicing.invoice.print',
  method: 'POST',
  path: '/invoices/{id}/paper',
  summary: 'Write a posted invoice or credit note as PDF, once, with its electronic invoice inside (Factur-X; a job)',
  input: z.object({ id }),
  output: invoicePaper,
  errors: ['not_found', 'einvoicing.not_posted', 'accounting.not_set_up'],
  status: 202,
  scoped,
});

export const getInvoicePaper = route({
  name: 'einvoicing.invoice_paper.get',
  method: 'GET',
  path: '/invoices/{id}/paper',
  summary: 'Read how far the PDF of an invoice is, and what its electronic invoice lacks',
  input: z.object({ id }),
  output: invoicePaper,
  errors: ['not_found'],
  scoped,
});

export const readInvoicePaper = route({
  name: 'einvoicing.invoice_paper.read',
  method: 'GET',
  path: '/invoices/{id}/paper/content',
  summary: 'Read the PDF of an invoice, part by part',
  input: z.object({ id, part: fileParts.part }),
  output: fileParts.filePart,
  errors: ['not_found', 'einvoicing.paper_not_ready'],
  scoped,
});
