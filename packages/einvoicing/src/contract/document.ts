import { z } from 'zod';

/** What a document says, word for word; null is what it does not say. */
const said = z.string().nullable();

const identifier = z.object({ id: z.string(), scheme: said });
const taxRegistration = z.object({ id: said, scheme: said });
const period = z.object({ start: said, end: said });
const vatCategory = z.object({ code: said, rate: said.meta({ description: 'In percent' }) });

const address = z.object({
  street: said,
  additionalStreet: said,
  city: said,
  postalCode: said,
  region: said,
  country: said,
});

const party = z.object({
  electronicAddress: identifier.nullable(),
  identifiers: z.array(identifier),
  tradingName: said,
  address: address.nullable(),
  taxRegistrations: z.array(taxRegistration),
  name: said,
  legalRegistration: identifier.nullable(),
  contact: z.object({ name: said, phone: said, email: said }).nullable(),
});

const allowanceCharge = z.object({
  charge: z.boolean(),
  reasonCode: said,
  reason: said,
  percentage: said,
  amount: said,
  baseAmount: said,
  vat: vatCategory.nullable(),
});

const line = z.object({
  id: said,
  note: said,
  quantity: said,
  unit: said,
  net: said,
  period: period.nullable(),
  objectReference: identifier.nullable(),
  allowancesCharges: z.array(allowanceCharge),
  price: z.object({ net: said, discount: said, gross: said, baseQuantity: said }),
  name: said,
  description: said,
  sellerItem: said,
  standardItem: identifier.nullable(),
  originCountry: said,
  classifications: z.array(identifier),
  attributes: z.array(z.object({ name: said, value: said })),
  vat: vatCategory.nullable(),
});

const supportingDocument = z.object({
  reference: said,
  description: said,
  location: said,
  attachment: z.object({ mimeCode: said, fileName: said }).nullable(),
});

const totals = z.object({
  lines: said,
  allowances: said,
  charges: said,
  withoutVat: said,
  vat: said,
  vatInTaxCurrency: said,
  withVat: said,
  paid: said,
  rounding: said,
  due: said,
});

const vatBreakdown = z.object({
  taxable: said,
  tax: said,
  vat: vatCategory,
  exemptionReason: said,
  exemptionCode: said,
});

/** The semantic model of EN 16931. Amounts are decimals as the document wrote them. */
export const electronicInvoice = z
  .object({
    kind: z.enum(['invoice', 'credit_note']),
    specification: said,
    process: said,
    number: said,
    issueDate: said,
    typeCode: said,
    currency: said,
    taxCurrency: said,
    taxPointDate: said,
    taxPointDateCode: said,
    dueDate: said,
    buyerReference: said,
    contractReference: said,
    orderReference: said,
    amountCurrencies: z.array(z.string()).meta({ description: 'What currencies single amounts name, each once' }),
    notes: z.array(z.object({ subject: said.meta({ description: 'UNTDID 4451' }), text: said })),
    precedingInvoices: z.array(z.object({ number: said, issueDate: said })),
    seller: party,
    buyer: party,
    payee: z.object({ identifiers: z.array(identifier), name: said, legalRegistration: identifier.nullable() }).nullable(),
    taxRepresentative: z
      .object({ name: said, address: address.nullable(), taxRegistrations: z.array(taxRegistration) })
      .nullable(),
    delivery: z.object({ date: said, location: identifier.nullable(), address: address.nullable() }).nullable(),
    objectReference: identifier.nullable(),
    supportingDocuments: z.array(supportingDocument),
    period: period.nullable(),
    remittance: said,
    mandates: z.array(z.string()),
    payments: z.array(z.object({ meansCode: said, account: said, accountName: said, bic: said, cardNumber: said })),
    paymentTerms: said,
    allowancesCharges: z.array(allowanceCharge),
    totals,
    vatBreakdown: z.array(vatBreakdown),
    lines: z.array(line),
  })
  .meta({ id: 'ElectronicInvoice' });

export const violation = z
  .object({
    rule: z.string().meta({ description: 'As EN 16931 calls it: BR-CO-15' }),
    severity: z.enum(['fatal', 'warning']).meta({ description: 'A warning is a difference that receivers put up with' }),
    place: z.string().meta({ description: 'JSON pointer into the invoice as it was read' }),
    problem: z.enum(['missing', 'unequal', 'not_allowed', 'invalid']),
    expected: z.string().nullable(),
    found: z.string().nullable(),
    message: z.string(),
  })
  .meta({ id: 'ElectronicInvoiceViolation' });

export const syntax = z
  .enum(['ubl', 'cii'])
  .meta({ description: 'UBL 2.1 (Peppol BIS Billing 3) or UN/CEFACT CII (Factur-X, ZUGFeRD)' });

/** What the lines come to by the standard's rounding, beside what the document says. */
export const computedTotals = z
  .object({
    lines: z.string(),
    allowances: z.string(),
    charges: z.string(),
    withoutVat: z.string(),
    vat: z.string(),
    withVat: z.string(),
    due: z.string(),
    vatBreakdown: z.array(z.object({ code: z.string(), rate: z.string().nullable(), taxable: z.string(), tax: z.string() })),
  })
  .meta({ id: 'ElectronicInvoiceTotals' });
