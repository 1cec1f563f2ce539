import { AtlasError } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { exportEInvoice as route } from '../contract/e-invoices.ts';
import { checkInvoice, isAcceptable } from '../domain/check-invoice.ts';
import { invoiceOfSale } from '../domain/invoice-of-sale.ts';
import { peppolRules } from '../domain/rules-peppol.ts';
import { writeInvoice } from '../domain/syntaxes.ts';
import type { Violation } from '../domain/violation.ts';
import { loadSold } from './load-sold.ts';
import { printXml } from './print-xml.ts';
import { whereToSet } from './where-to-set.ts';

/** Names every field that is missing, the rule that asks for it, and where it is set. */
function incomplete(violations: readonly Violation[], document: { id: string; customerId: string }): AtlasError {
  const errors = violations.map(({ place, rule, message }) => ({ pointer: place, code: rule, message }));
  const gaps = violations.map((violation) => ({ ...violation, setAt: whereToSet(violation, document) }));
  const told = [...new Set(errors.map(({ message }) => message))].slice(0, 5).join(' ');
  return new AtlasError('einvoicing.incomplete', told, { errors, gaps });
}

export const exportEInvoice = query(route, async (tx, { id, syntax }) => {
  const { sold, invoice } = await loadSold(tx, id);
  const written = invoiceOfSale(sold, syntax);
  const violations = [...checkInvoice(written), ...(syntax === 'ubl' ? peppolRules(written) : [])];
  if (!isAcceptable(violations))
    throw incomplete(
      violations.filter(({ severity }) => severity === 'fatal'),
      invoice,
    );
  const fileName = `${sold.number.replaceAll(/[^\w.-]+/g, '-')}-${syntax}.xml`;
  return { fileName, syntax, xml: printXml(writeInvoice(written, syntax)), violations };
});
