import { amount, type Binding, below, constant, field, group, type Part, text } from './binding.ts';
import type { EInvoice, Totals, VatBreakdown, VatCategory } from './e-invoice.ts';
import { vatScheme } from './ubl-line.ts';
import { vatOnly } from './vat-category.ts';
import { appendAt, elementAt, elementsAt, textAt, type XmlElement } from './xml-element.ts';

const category: Binding<VatCategory> = group<VatCategory>([field('code', text('cbc:ID')), field('rate', text('cbc:Percent'))]);

/** BG-23 in UBL */
const breakdown: Binding<VatBreakdown> = group<VatBreakdown>([
  field('taxable', amount('cbc:TaxableAmount')),
  field('tax', amount('cbc:TaxAmount')),
  field('vat', below('cac:TaxCategory', vatOnly(category, vatScheme))),
  field('exemptionCode', text('cac:TaxCategory/cbc:TaxExemptionReasonCode')),
  field('exemptionReason', text('cac:TaxCategory/cbc:TaxExemptionReason')),
  constant('cac:TaxCategory/cac:TaxScheme/cbc:ID', 'VAT'),
]);

type Payable = Omit<Totals, 'vat' | 'vatInTaxCurrency'>;

const payable: Binding<Payable> = group<Payable>([
  field('lines', amount('cbc:LineExtensionAmount')),
  field('withoutVat', amount('cbc:TaxExclusiveAmount')),
  field('withVat', amount('cbc:TaxInclusiveAmount')),
  field('allowances', amount('cbc:AllowanceTotalAmount')),
  field('charges', amount('cbc:ChargeTotalAmount')),
  field('paid', amount('cbc:PrepaidAmount')),
  field('rounding', amount('cbc:PayableRoundingAmount')),
  field('due', amount('cbc:PayableAmount')),
]);

const payableTotals = below('cac:LegalMonetaryTotal', payable);

const currencyOf = (total: XmlElement): string | undefined => elementAt(total, 'cbc:TaxAmount')?.attributes.currencyID;

/** The total in a currency. Where the document names none, that of the breakdown counts. */
function vatIn(totals: readonly XmlElement[], currency: string | null): string | null {
  const named = totals.find((total) => currency !== null && currencyOf(total) === currency);
  const unnamed = totals.filter((total) => currency === null || currencyOf(total) === undefined);
  const counted = named ?? unnamed.find((total) => elementAt(total, 'cac:TaxSubtotal') !== null) ?? unnamed[0];
  return counted ? textAt(counted, 'cbc:TaxAmount') : null;
}

/** BG-22 and BG-23 in UBL: VAT in the document's and in the accounting currency are two elements of one name. */
export const ublTotals: Part<EInvoice> = {
  read: (root) => {
    const taxCurrency = textAt(root, 'cbc:TaxCurrencyCode');
    const currency = textAt(root, 'cbc:DocumentCurrencyCode');
    const accounted = taxCurrency !== null && taxCurrency !== currency;
    const all = elementsAt(root, 'cac:TaxTotal');
    // What is told again in the accounting currency is no part of the breakdown.
    const own = all.filter((total) => !accounted || currencyOf(total) !== taxCurrency);
    return {
      vatBreakdown: own.flatMap((total) => elementsAt(total, 'cac:TaxSubtotal').map((element) => breakdown.read(element))),
      totals: {
        ...payableTotals.read(root),
        vat: vatIn(own, currency),
        vatInTaxCurrency: accounted ? vatIn(all, taxCurrency) : null,
      },
    };
  },
  write: ({ totals, taxCurrency, vatBreakdown }, root, document) => {
    const total = appendAt(root, 'cac:TaxTotal');
    amount('cbc:TaxAmount').write(totals.vat, total, document);
    for (const part of vatBreakdown) breakdown.write(part, appendAt(total, 'cac:TaxSubtotal'), document);
    if (totals.vatInTaxCurrency !== null)
      amount('cbc:TaxAmount').write(totals.vatInTaxCurrency, appendAt(root, 'cac:TaxTotal'), { currency: taxCurrency });
    payableTotals.write(totals, root, document);
  },
};
