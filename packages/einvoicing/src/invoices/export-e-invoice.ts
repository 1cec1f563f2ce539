import { AtlasError } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { exportEInvoice as route } from '../contract/e-invoices.ts';
import { checkInvoice } from '../domain/check-invoice.ts';
import { invoiceOfSale } from '../domain/invoice-of-sale.ts';
import { writeInvoice } from '../domain/syntaxes.ts';
import { fileNameOf } from './file-name.ts';
import { type Gap, gapsOf } from './gaps-of.ts';
import { loadSold } from './load-sold.ts';
import { printXml } from './print-xml.ts';
import { checkSeesWhole } from './sees-whole.ts';

/** Names every field that is missing, the rule that asks for it, and where it is set. */
function incomplete(gaps: readonly Gap[]): AtlasError {
  const errors = gaps.map(({ place, rule, message }) => ({ pointer: place, code: rule, message }));
  const told = [...new Set(errors.map(({ message }) => message))].slice(0, 5).join(' ');
  return new AtlasError('einvoicing.incomplete', told, { errors, gaps });
}

export const exportEInvoice = query(route, async (tx, { id, syntax }) => {
  checkSeesWhole(tx);
  const { sold, invoice } = await loadSold(tx, id);
  const written = invoiceOfSale(sold, syntax);
  const violations = checkInvoice(written);
  const gaps = gapsOf(violations, invoice);
  if (gaps.length > 0) throw incomplete(gaps);
  const fileName = fileNameOf(sold.number, `-${syntax}.xml`);
  return { fileName, syntax, xml: printXml(writeInvoice(written, syntax)), violations };
});
