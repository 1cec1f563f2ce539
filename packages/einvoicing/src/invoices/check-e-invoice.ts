import { query } from '@atlas/platform';
import type { z } from 'zod';
import type { electronicInvoice } from '../contract/document.ts';
import { checkEInvoice as route } from '../contract/e-invoices.ts';
import { checkInvoice, isAcceptable } from '../domain/check-invoice.ts';
import { computedTotals } from '../domain/computed-totals.ts';
import { readDocument } from './read-document.ts';

export const checkEInvoice = query(route, async (_tx, { xml }) => {
  const { syntax, invoice } = readDocument(xml);
  const violations = checkInvoice(invoice);
  return {
    syntax,
    isAcceptable: isAcceptable(violations),
    invoice: invoice as z.input<typeof electronicInvoice>,
    computed: computedTotals(invoice),
    violations,
  };
});
