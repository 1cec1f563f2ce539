import { type Binding, compactDay, constant, field, group, type Part, text, words } from './binding.ts';
import type { EInvoice, Totals, VatBreakdown, VatCategory } from './e-invoice.ts';
import { vatOnly } from './vat-category.ts';
import { appendAt, elementsAt, joinAt, textAt, type XmlElement } from './xml-element.ts';

const settlement = 'rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement';
const summation = `${settlement}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;

/** UNTDID 2475 as CII has it, in the codes of UNTDID 2005 that EN 16931 names. */
const taxPointCode = words('ram:DueDateTypeCode', { '5': '3', '29': '35', '72': '432' });
const taxPointDate = compactDay('ram:TaxPointDate/udt:DateString');

type TaxPoint = Pick<EInvoice, 'taxPointDate' | 'taxPointDateCode'>;
type DatedBreakdown = VatBreakdown & TaxPoint;

const category = vatOnly(
  group<VatCategory>([field('code', text('ram:CategoryCode')), field('rate', text('ram:RateApplicablePercent'))]),
  'ram:TypeCode',
);

/** BG-23 in CII, where each part says when its VAT becomes due */
const breakdown: Binding<DatedBreakdown> = group<DatedBreakdown>([
  field('tax', text('ram:CalculatedAmount')),
  constant('ram:TypeCode', 'VAT'),
  field('exemptionReason', text('ram:ExemptionReason')),
  field('taxable', text('ram:BasisAmount')),
  {
    read: (from) => ({ vat: category.read(from) }),
    write: ({ vat }, into, document) => text('ram:CategoryCode').write(vat.code, into, document),
  },
  field('exemptionCode', text('ram:ExemptionReasonCode')),
  field('taxPointDate', taxPointDate),
  field('taxPointDateCode', taxPointCode),
  {
    read: () => ({}),
    write: ({ vat }, into, document) => text('ram:RateApplicablePercent').write(vat.rate, into, document),
  },
]);

/** Breakdown, and what its parts say of the day on which VAT becomes due. */
export const ciiBreakdown: Part<EInvoice> = {
  read: (root) => {
    const parts = elementsAt(root, `${settlement}/ram:ApplicableTradeTax`).map((element) => breakdown.read(element));
    return {
      vatBreakdown: parts.map(({ taxPointDate: _date, taxPointDateCode: _code, ...part }) => part),
      taxPointDate: parts.find((part) => part.taxPointDate !== null)?.taxPointDate ?? null,
      taxPointDateCode: parts.find((part) => part.taxPointDateCode !== null)?.taxPointDateCode ?? null,
    };
  },
  write: ({ vatBreakdown, taxPointDate: date, taxPointDateCode: code }, root, document) => {
    for (const part of vatBreakdown)
      breakdown.write(
        { ...part, taxPointDate: date, taxPointDateCode: code },
        appendAt(root, `${settlement}/ram:ApplicableTradeTax`),
        document,
      );
  },
};

/** The total in a currency; of the document's also one that names none. */
function vatIn(root: XmlElement, currency: string | null, unmarked: boolean): string | null {
  const amounts = elementsAt(root, `${summation}/ram:TaxTotalAmount`);
  const found = amounts.find(({ attributes }) => currency !== null && attributes.currencyID === currency);
  const [only] = amounts.filter(({ attributes }) => attributes.currencyID === undefined || currency === null);
  return (found ?? (unmarked ? only : undefined))?.text || null;
}

const plain: readonly (readonly [keyof Totals, string])[] = [
  ['lines', 'LineTotalAmount'],
  ['charges', 'ChargeTotalAmount'],
  ['allowances', 'AllowanceTotalAmount'],
  ['withoutVat', 'TaxBasisTotalAmount'],
  ['vat', 'TaxTotalAmount'],
  ['vatInTaxCurrency', 'TaxTotalAmount'],
  ['rounding', 'RoundingAmount'],
  ['withVat', 'GrandTotalAmount'],
  ['paid', 'TotalPrepaidAmount'],
  ['due', 'DuePayableAmount'],
];

/** BG-22 in CII */
export const ciiTotals: Part<EInvoice> = {
  read: (root) => {
    const currency = textAt(root, `${settlement}/ram:InvoiceCurrencyCode`);
    const taxCurrency = textAt(root, `${settlement}/ram:TaxCurrencyCode`);
    const totals = Object.fromEntries(plain.map(([key, name]) => [key, textAt(root, `${summation}/ram:${name}`)]));
    const accounted = taxCurrency !== null && taxCurrency !== currency;
    return {
      totals: {
        ...(totals as Totals),
        vat: vatIn(root, currency, true),
        vatInTaxCurrency: accounted ? vatIn(root, taxCurrency, false) : null,
      },
    };
  },
  write: ({ totals, taxCurrency }, root, { currency }) => {
    const into = joinAt(root, summation);
    for (const [key, name] of plain) {
      const value = totals[key];
      if (value === null) continue;
      const element = appendAt(into, `ram:${name}`);
      element.text = value;
      const marked = key === 'vat' ? currency : key === 'vatInTaxCurrency' ? taxCurrency : null;
      if (marked !== null) element.attributes.currencyID = marked;
    }
  },
};
