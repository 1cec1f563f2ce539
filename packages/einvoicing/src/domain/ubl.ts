import { attachment } from './attachment.ts';
import {
  amountCurrencies,
  type Binding,
  below,
  each,
  field,
  group,
  isoDay,
  optional,
  type Part,
  text,
  texts,
} from './binding.ts';
import { directDebits } from './code-lists.ts';
import type { EInvoice, Note, PaymentInstruction, PrecedingInvoice, SupportingDocument } from './e-invoice.ts';
import { isObject, ublAllowanceCharge, ublLine, ublObject, ublPeriod } from './ubl-line.ts';
import { ublDelivery, ublParty, ublPayee, ublTaxRepresentative } from './ubl-party.ts';
import { ublTotals } from './ubl-totals.ts';
import {
  appendAt,
  elementAt,
  elementsAt,
  joinAt,
  type OpenElement,
  openElement,
  textAt,
  type XmlElement,
} from './xml-element.ts';

const preceding: Binding<PrecedingInvoice> = below(
  'cac:InvoiceDocumentReference',
  group<PrecedingInvoice>([field('number', text('cbc:ID')), field('issueDate', isoDay('cbc:IssueDate'))]),
);

const account: Binding<PaymentInstruction> = group<PaymentInstruction>([
  field('cardNumber', text('cac:CardAccount/cbc:PrimaryAccountNumberID')),
  {
    // The schema asks for the network of a card, which the model does not have.
    read: () => ({}),
    write: ({ cardNumber }, into, document) =>
      text('cac:CardAccount/cbc:NetworkID').write(cardNumber === null ? null : 'NA', into, document),
  },
  field('account', text('cac:PayeeFinancialAccount/cbc:ID')),
  field('accountName', text('cac:PayeeFinancialAccount/cbc:Name')),
  field('bic', text('cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID')),
  field('meansCode', { read: text('cbc:PaymentMeansCode').read, write: () => undefined }),
]);

const supporting: Binding<SupportingDocument> = group<SupportingDocument>([
  field('reference', text('cbc:ID')),
  field('description', text('cbc:DocumentDescription')),
  field('attachment', optional('cac:Attachment/cbc:EmbeddedDocumentBinaryObject', attachment)),
  field('location', text('cac:Attachment/cac:ExternalReference/cbc:URI')),
]);

const supportingDocuments: Binding<readonly SupportingDocument[]> = {
  ...each('cac:AdditionalDocumentReference', supporting),
  read: (root) =>
    elementsAt(root, 'cac:AdditionalDocumentReference')
      .filter((element) => !isObject(element))
      .map((element) => supporting.read(element)),
};

/** The subject of a note stands in front of it: `#AAI#General information`. */
const note: Binding<Note> = {
  read: ({ text: said }) => {
    const [all, subject = null] = /^#([^#]{3})#/.exec(said) ?? [''];
    return { subject, text: said.slice(all.length).trim() || null };
  },
  write: ({ subject, text: said }, into) => {
    into.text = `${subject === null ? '' : `#${subject}#`}${said ?? ''}`;
  },
};
const notes: Binding<readonly Note[]> = {
  ...each('cbc:Note', note),
  read: (root) =>
    elementsAt(root, 'cbc:Note')
      .filter(({ text: said }) => said !== '')
      .map((element) => note.read(element)),
};

/** What a payment shall say stands in each way of paying; in those of a credit note also when it is due. */
const payments = (kind: EInvoice['kind']): Part<EInvoice> => ({
  read: (root) => ({
    payments: elementsAt(root, 'cac:PaymentMeans').map((element) => account.read(element)),
    remittance: text('cac:PaymentMeans/cbc:PaymentID').read(root),
    mandates: texts('cac:PaymentMeans/cac:PaymentMandate/cbc:ID').read(root),
    ...(kind === 'credit_note' && { dueDate: isoDay('cac:PaymentMeans/cbc:PaymentDueDate').read(root) }),
  }),
  write: (invoice, root, document) => {
    for (const payment of invoice.payments) {
      const means = appendAt(root, 'cac:PaymentMeans');
      text('cbc:PaymentMeansCode').write(payment.meansCode, means, document);
      if (kind === 'credit_note') isoDay('cbc:PaymentDueDate').write(invoice.dueDate, means, document);
      text('cbc:PaymentID').write(invoice.remittance, means, document);
      account.write(payment, means, document);
      // By the direct debit, where there is one.
      if (payment === (invoice.payments.find(({ meansCode }) => directDebits.has(meansCode ?? '')) ?? invoice.payments[0]))
        for (const mandate of invoice.mandates) text('cac:PaymentMandate/cbc:ID').write(mandate, means, document);
    }
  },
});

/** A period with a code and without days says when VAT becomes due (BT-8), and is no period. */
const period: Part<EInvoice> = {
  read: (root) => {
    const element = elementAt(root, 'cac:InvoicePeriod');
    const taxPointDateCode = textAt(root, 'cac:InvoicePeriod/cbc:DescriptionCode');
    const read = element && ublPeriod.read(element);
    return { taxPointDateCode, period: read && taxPointDateCode !== null && !read.start && !read.end ? null : read };
  },
  write: ({ period: days, taxPointDateCode }, root, document) => {
    if (days === null && taxPointDateCode === null) return;
    const element = joinAt(root, 'cac:InvoicePeriod');
    if (days !== null) ublPeriod.write(days, element, document);
    text('cbc:DescriptionCode').write(taxPointDateCode, element, document);
  },
};

const head: readonly Part<EInvoice>[] = [
  field('specification', text('cbc:CustomizationID')),
  field('process', text('cbc:ProfileID')),
  field('number', text('cbc:ID')),
  field('issueDate', isoDay('cbc:IssueDate')),
  field('amountCurrencies', amountCurrencies),
];
const taxPointDate = field<EInvoice, 'taxPointDate'>('taxPointDate', isoDay('cbc:TaxPointDate'));
const invoiceDates: readonly Part<EInvoice>[] = [
  field('dueDate', isoDay('cbc:DueDate')),
  field('typeCode', text('cbc:InvoiceTypeCode')),
  field('notes', notes),
  taxPointDate,
];
const creditDates: readonly Part<EInvoice>[] = [
  taxPointDate,
  field('typeCode', text('cbc:CreditNoteTypeCode')),
  field('notes', notes),
];
const middle: readonly Part<EInvoice>[] = [
  field('currency', text('cbc:DocumentCurrencyCode')),
  field('taxCurrency', text('cbc:TaxCurrencyCode')),
  field('buyerReference', text('cbc:BuyerReference')),
  period,
  field('orderReference', text('cac:OrderReference/cbc:ID')),
  field('precedingInvoices', each('cac:BillingReference', preceding)),
  field('contractReference', text('cac:ContractDocumentReference/cbc:ID')),
  field('objectReference', ublObject('cac:AdditionalDocumentReference')),
  field('supportingDocuments', supportingDocuments),
  field('seller', below('cac:AccountingSupplierParty/cac:Party', ublParty)),
  field('buyer', below('cac:AccountingCustomerParty/cac:Party', ublParty)),
  field('payee', optional('cac:PayeeParty', ublPayee)),
  field('taxRepresentative', optional('cac:TaxRepresentativeParty', ublTaxRepresentative)),
  field('delivery', optional('cac:Delivery', ublDelivery)),
];
const end: readonly Part<EInvoice>[] = [
  field('paymentTerms', text('cac:PaymentTerms/cbc:Note')),
  field('allowancesCharges', each('cac:AllowanceCharge', ublAllowanceCharge)),
  ublTotals,
];

const bindings = {
  invoice: group<EInvoice>([
    ...head,
    ...invoiceDates,
    ...middle,
    payments('invoice'),
    ...end,
    field('lines', each('cac:InvoiceLine', ublLine('cbc:InvoicedQuantity'))),
  ]),
  credit_note: group<EInvoice>([
    ...head,
    ...creditDates,
    ...middle,
    payments('credit_note'),
    ...end,
    field('lines', each('cac:CreditNoteLine', ublLine('cbc:CreditedQuantity'))),
  ]),
} as const;

const rootNames = { invoice: 'ubl:Invoice', credit_note: 'cn:CreditNote' } as const;

/** Reads a UBL invoice or credit note; null when the document is something else. */
export function readUbl(root: XmlElement): EInvoice | null {
  const kind = (['invoice', 'credit_note'] as const).find((one) => rootNames[one] === root.name);
  return kind ? { ...bindings[kind].read(root), kind } : null;
}

export function writeUbl(invoice: EInvoice): OpenElement {
  const root = openElement(rootNames[invoice.kind]);
  bindings[invoice.kind].write(invoice, root, invoice);
  return root;
}
