import { readCii, writeCii } from './cii.ts';
import type { EInvoice } from './e-invoice.ts';
import { readUbl, writeUbl } from './ubl.ts';
import type { OpenElement, XmlElement } from './xml-element.ts';

/** UBL 2.1, as Peppol sends it, and UN/CEFACT's cross-industry invoice, as Factur-X and ZUGFeRD embed it. */
export type Syntax = 'ubl' | 'cii';

/** The invoice in a document, and the syntax that it is in; null when it is no invoice of either. */
export function readInvoice(root: XmlElement): { syntax: Syntax; invoice: EInvoice } | null {
  const [ubl, cii] = [readUbl(root), readCii(root)];
  return ubl ? { syntax: 'ubl', invoice: ubl } : cii ? { syntax: 'cii', invoice: cii } : null;
}

export const writeInvoice = (invoice: EInvoice, syntax: Syntax): OpenElement =>
  syntax === 'ubl' ? writeUbl(invoice) : writeCii(invoice);
