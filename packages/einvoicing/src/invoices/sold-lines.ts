import { decimal, decimalText, divideRounded } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import type { loadInvoice } from '@atlas/sales';
import { loadTaxTerms, type TaxTerms } from '@atlas/tax';
import { exemptionOf } from '../domain/exemption.ts';
import type { SoldCharge, SoldLine } from '../domain/sold.ts';

type Invoice = NonNullable<Awaited<ReturnType<typeof loadInvoice>>>;
type InvoiceLine = Invoice['lines'][number];
type Tax = TaxTerms['taxes'][number];

const scale = 9;

/** The price without taxes that leaves the net, where the price as it was written has taxes in it. */
function netPrice({ net, quantity }: InvoiceLine): string {
  const [whole, count] = [decimal(net.amount), decimal(quantity)];
  const over = whole.coefficient * 10n ** BigInt(scale + count.scale);
  return decimalText({ coefficient: divideRounded(over, count.coefficient * 10n ** BigInt(whole.scale)), scale });
}

/** The taxes that a line names, of groups their members. */
function taxesOf({ taxIds }: Pick<InvoiceLine, 'taxIds'>, known: ReadonlyMap<string, Tax>): Tax[] {
  const named = taxIds.flatMap((id) => known.get(id) ?? []);
  return named.flatMap((tax) => (tax.kind === 'group' ? tax.memberIds.flatMap((id) => known.get(id) ?? []) : [tax]));
}

type SoldParts = { readonly lines: SoldLine[]; readonly charges: SoldCharge[] };

/** Lines and charges of a document with what their taxes say of VAT; an electronic invoice has prices without it. */
export async function soldLines(tx: TenantTx, invoice: Invoice): Promise<SoldParts> {
  const parts = invoice.charges.flatMap((charge) => charge.parts.map((part) => ({ ...charge, ...part })));
  const { taxes } = await loadTaxTerms(tx, [...new Set([...invoice.lines, ...parts].flatMap(({ taxIds }) => taxIds))]);
  const known = new Map(taxes.map((tax) => [tax.id, tax]));
  const charges = parts.map(({ description, reasonCode, taxRate, taxIds, net, tax }) => {
    const exemption = exemptionOf(taxesOf({ taxIds }, known));
    return { description, reasonCode, taxRate, exemption, net: net.amount, tax: tax.amount };
  });
  const lines = invoice.lines.map((line) => {
    const own = taxesOf(line, known);
    const written = own.some(({ included }) => included) ? { unitPrice: netPrice(line), discount: '0' } : {};
    return { ...line, ...written, exemption: exemptionOf(own), net: line.net.amount, tax: line.tax.amount };
  });
  return { lines, charges: charges.filter(({ net }) => /[1-9]/.test(net)) };
}
