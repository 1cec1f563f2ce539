import { route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { computedTotals, electronicInvoice, syntax, violation } from './document.ts';

/** Characters of a document that is checked. */
export const mostXmlCharacters = 4_000_000;

export const checkEInvoice = route({
  name: 'einvoicing.invoice.check',
  method: 'POST',
  path: '/e-invoices/check',
  summary: 'Read an electronic invoice and tell which rules of EN 16931 it breaks',
  input: z.object({
    xml: z
      .string()
      .min(1)
      .max(mostXmlCharacters)
      .meta({ description: 'UBL 2.1 Invoice or CreditNote, or UN/CEFACT Cross Industry Invoice' }),
  }),
  output: z.object({
    syntax,
    isAcceptable: z.boolean().meta({ description: 'No rule is broken, but for differences that receivers put up with' }),
    invoice: electronicInvoice,
    computed: computedTotals,
    violations: z.array(violation),
  }),
  errors: ['einvoicing.malformed_xml', 'einvoicing.unknown_document'],
});

export const exportEInvoice = route({
  name: 'einvoicing.invoice.export',
  method: 'GET',
  path: '/invoices/{id}/e-invoice',
  summary: 'Write a posted invoice or credit note as an electronic invoice of EN 16931',
  input: z.object({ id: schemas.id, syntax: syntax.default('ubl') }),
  output: z.object({
    fileName: z.string(),
    syntax,
    xml: z.string(),
    violations: z.array(violation).meta({ description: 'Differences that receivers put up with' }),
  }),
  errors: ['not_found', 'einvoicing.not_posted', 'einvoicing.incomplete', 'accounting.not_set_up'],
  scoped: ['invoices'],
});
