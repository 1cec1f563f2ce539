import type { AllowanceCharge, EInvoice, Line, Party, VatBreakdown } from './e-invoice.ts';

/** Code and rate: `S 19`, `O`. */
type Vat = string;
const vatOf = (said: Vat) => {
  const [code = null, rate = null] = said.split(' ');
  return { code, rate };
};

export const line = (net: string, vat: Vat, more: Partial<Line> = {}): Line => ({
  id: '1',
  note: null,
  quantity: '1',
  unit: 'C62',
  net,
  period: null,
  objectReference: null,
  allowancesCharges: [],
  price: { net: net.replace('-', ''), discount: null, gross: null, baseQuantity: null },
  name: 'Thing',
  description: null,
  sellerItem: null,
  standardItem: null,
  originCountry: null,
  classifications: [],
  attributes: [],
  vat: vatOf(vat),
  ...more,
});

const allowanceOrCharge = (charge: boolean) => (amount: string, vat: Vat | null) => ({
  charge,
  reasonCode: null,
  reason: 'Agreed',
  percentage: null,
  amount,
  baseAmount: null,
  vat: vat === null ? null : vatOf(vat),
});
export const allowance: (amount: string, vat: Vat | null) => AllowanceCharge = allowanceOrCharge(false);
export const charge: (amount: string, vat: Vat | null) => AllowanceCharge = allowanceOrCharge(true);

export const part = (taxable: string, tax: string, vat: Vat, exemptionReason: string | null = null): VatBreakdown => ({
  taxable,
  tax,
  vat: vatOf(vat),
  exemptionReason,
  exemptionCode: null,
});

const party = (name: string, country: string, vatId: string): Party => ({
  electronicAddress: { id: vatId, scheme: '9930' },
  identifiers: [],
  tradingName: null,
  address: { street: null, additionalStreet: null, city: 'Somewhere', postalCode: null, region: null, country },
  taxRegistrations: [{ id: vatId, scheme: 'VAT' }],
  name,
  legalRegistration: null,
  contact: null,
});

export const blankTotals = {
  ...{ allowances: null, charges: null, vatInTaxCurrency: null, paid: null, rounding: null },
};

/** Sums, as somebody wrote them down: lines, without VAT, VAT, with VAT, due. */
export const totals = (sums: string, more: Partial<EInvoice['totals']> = {}): EInvoice['totals'] => {
  const [lines = null, withoutVat = null, vat = null, withVat = null, due = null] = sums.split(' ');
  return { ...blankTotals, lines, withoutVat, vat, withVat, due, ...more };
};

/** An invoice over 100.00 at 19 % that breaks no rule, but for what is different. */
export const sample = (more: Partial<EInvoice> = {}): EInvoice => ({
  kind: 'invoice',
  specification: 'urn:cen.eu:en16931:2017',
  process: null,
  number: 'R-1',
  issueDate: '2026-03-10',
  typeCode: '380',
  currency: 'EUR',
  taxCurrency: null,
  taxPointDate: null,
  taxPointDateCode: null,
  dueDate: '2026-04-09',
  buyerReference: 'B',
  contractReference: null,
  orderReference: null,
  amountCurrencies: ['EUR'],
  notes: [],
  precedingInvoices: [],
  seller: party('Seller', 'DE', 'DE123456789'),
  buyer: party('Buyer', 'FR', 'FR12345678901'),
  payee: null,
  taxRepresentative: null,
  delivery: null,
  objectReference: null,
  supportingDocuments: [],
  period: null,
  remittance: null,
  mandates: [],
  payments: [{ meansCode: '30', account: 'DE89370400440532013000', accountName: null, bic: null, cardNumber: null }],
  paymentTerms: null,
  allowancesCharges: [],
  totals: totals('100.00 100.00 19.00 119.00 119.00'),
  vatBreakdown: [part('100.00', '19.00', 'S 19')],
  lines: [line('100.00', 'S 19')],
  ...more,
});
