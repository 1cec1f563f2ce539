import { decimal, subtract } from '@atlas/kernel';
import { amountText, isZero, sumOf } from './amounts.ts';
import type { EInvoice, PaymentInstruction } from './e-invoice.ts';
import { breakdownOfSold, chargesOfSold, lineOf, vatOf } from './invoice-lines.ts';
import { buyerOf, sellerOf } from './invoice-parties.ts';
import type { Sold } from './sold.ts';
import type { Syntax } from './syntaxes.ts';

const specifications: Record<Syntax, Pick<EInvoice, 'specification' | 'process'>> = {
  ubl: {
    specification: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0',
    process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
  },
  cii: { specification: 'urn:cen.eu:en16931:2017', process: null },
};

/** An invoice is paid by transfer, a credit note is settled between the two (UNTDID 4461: 30, 97). */
function paymentOf({ kind, seller }: Sold): PaymentInstruction[] {
  if (kind === 'credit_note') return [{ meansCode: '97', account: null, accountName: null, bic: null, cardNumber: null }];
  return seller.iban
    ? [{ meansCode: '30', account: seller.iban, accountName: seller.name, bic: seller.bic, cardNumber: null }]
    : [];
}

/** Goods of an intra-community supply were delivered, where nothing else is known, on the day of the invoice. */
function deliveryOf(sold: Sold): EInvoice['delivery'] {
  const { shipCountry, date, lines } = sold;
  const address = { street: null, additionalStreet: null, city: null, postalCode: null, region: null, country: shipCountry };
  const supply = lines.some((line) => vatOf(line, sold).code === 'K');
  return shipCountry === null ? null : { date: supply ? date : null, location: null, address };
}

/** BT-107 or BT-108; null where there is none. */
function totalOf(all: EInvoice['allowancesCharges'], charge: boolean): string | null {
  const amounts = all.flatMap((one) => (one.charge === charge ? [one.amount] : []));
  return amounts.length === 0 ? null : amountText(sumOf(amounts));
}

/** What was posted, as an electronic invoice says it: every amount as it stands in the books. */
export function invoiceOfSale(sold: Sold, syntax: Syntax): EInvoice {
  const { kind, number, date, dueDate, currency, note, credited, net, tax, gross, withheld } = sold;
  // Whoever bills in a foreign currency tells the tax in their own, too.
  const accounted = sold.inBooks?.currency === currency ? null : sold.inBooks;
  const allowancesCharges = chargesOfSold(sold);
  return {
    kind,
    ...specifications[syntax],
    number,
    issueDate: date,
    typeCode: kind === 'invoice' ? '380' : '381',
    currency,
    taxCurrency: accounted?.currency ?? null,
    taxPointDate: null,
    taxPointDateCode: null,
    dueDate,
    buyerReference: sold.reference ?? sold.buyer.code,
    contractReference: null,
    orderReference: null,
    amountCurrencies: [...new Set([currency, ...(accounted ? [accounted.currency] : [])])].sort(),
    notes: note === null ? [] : [{ subject: null, text: note }],
    precedingInvoices: credited ? [{ number: credited.number, issueDate: credited.date }] : [],
    seller: sellerOf(sold.seller),
    buyer: buyerOf(sold.buyer),
    payee: null,
    taxRepresentative: null,
    delivery: deliveryOf(sold),
    objectReference: null,
    supportingDocuments: [],
    period: null,
    remittance: number,
    mandates: [],
    payments: paymentOf(sold),
    paymentTerms: null,
    allowancesCharges,
    totals: {
      lines: amountText(sumOf(sold.lines.map((line) => line.net))),
      allowances: totalOf(allowancesCharges, false),
      charges: totalOf(allowancesCharges, true),
      withoutVat: net,
      vat: tax,
      vatInTaxCurrency: accounted?.tax ?? null,
      withVat: gross,
      // The standard knows no withholding: what is kept back counts as paid.
      paid: isZero(decimal(withheld)) ? null : withheld,
      rounding: null,
      due: amountText(subtract(decimal(gross), decimal(withheld))),
    },
    vatBreakdown: breakdownOfSold(sold),
    lines: sold.lines.map((line) => lineOf(line, sold)),
  };
}
