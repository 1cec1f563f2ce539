import { attachment } from './attachment.ts';
import {
  amountCurrencies,
  type Binding,
  below,
  compactDay,
  constant,
  each,
  field,
  group,
  optional,
  type Part,
  text,
  texts,
} from './binding.ts';
import { ciiAllowanceCharge, ciiLine, ciiObject, ciiPeriod } from './cii-line.ts';
import { ciiDelivery, ciiParty, ciiPayee, ciiTaxRepresentative } from './cii-party.ts';
import { ciiBreakdown, ciiTotals } from './cii-totals.ts';
import { documentTypes } from './code-lists.ts';
import type { Delivery, EInvoice, Note, PaymentInstruction, PrecedingInvoice, SupportingDocument } from './e-invoice.ts';
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

const context = 'rsm:ExchangedDocumentContext';
const head = 'rsm:ExchangedDocument';
const trade = 'rsm:SupplyChainTradeTransaction';
const agreement = `${trade}/ram:ApplicableHeaderTradeAgreement`;
const deliveryPath = `${trade}/ram:ApplicableHeaderTradeDelivery`;
const settlement = `${trade}/ram:ApplicableHeaderTradeSettlement`;

/** The settlement names its account by IBAN, or by a number of the bank's own. */
const account: Part<PaymentInstruction> = (() => {
  const holder = 'ram:PayeePartyCreditorFinancialAccount';
  const [iban, own, name] = [
    text(`${holder}/ram:IBANID`),
    text(`${holder}/ram:ProprietaryID`),
    text(`${holder}/ram:AccountName`),
  ];
  return {
    read: (from) => ({ account: iban.read(from) ?? own.read(from), accountName: name.read(from) }),
    write: (payment, into, document) => {
      const isIban = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test((payment.account ?? '').replaceAll(' ', ''));
      if (isIban) iban.write(payment.account, into, document);
      name.write(payment.accountName, into, document);
      if (!isIban) own.write(payment.account, into, document);
    },
  };
})();

const payment: Binding<PaymentInstruction> = group<PaymentInstruction>([
  field('meansCode', text('ram:TypeCode')),
  field('cardNumber', text('ram:ApplicableTradeSettlementFinancialCard/ram:ID')),
  account,
  field('bic', text('ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID')),
]);

const preceding: Binding<PrecedingInvoice> = group<PrecedingInvoice>([
  field('number', text('ram:IssuerAssignedID')),
  field('issueDate', compactDay('ram:FormattedIssueDateTime/qdt:DateTimeString')),
]);

const references = `${agreement}/ram:AdditionalReferencedDocument`;

/** References of other types (UNTDID 1001) are to a tender (50), or the object that is invoiced (130). */
const supporting: Part<EInvoice> = {
  read: (root) => ({
    supportingDocuments: elementsAt(root, references)
      .filter((element) => !['50', '130'].includes(textAt(element, 'ram:TypeCode') ?? ''))
      .map((element) => supportingDocument.read(element)),
  }),
  write: ({ supportingDocuments }, root, document) => {
    for (const one of supportingDocuments) supportingDocument.write(one, appendAt(root, references), document);
  },
};
const supportingDocument: Binding<SupportingDocument> = group<SupportingDocument>([
  field('reference', text('ram:IssuerAssignedID')),
  field('location', text('ram:URIID')),
  constant('ram:TypeCode', '916'),
  field('description', text('ram:Name')),
  field('attachment', optional('ram:AttachmentBinaryObject', attachment)),
]);

/** The element is always there; a delivery is when it says something. */
const delivery: Binding<Delivery | null> = {
  read: (from) => {
    const element = elementAt(from, deliveryPath);
    const read = element && ciiDelivery.read(element);
    return read?.date || read?.location || read?.address ? read : null;
  },
  write: (value, into, document) => {
    const element = joinAt(into, deliveryPath);
    if (value !== null) ciiDelivery.write(value, element, document);
  },
};

const note: Binding<Note> = group<Note>([field('text', text('ram:Content')), field('subject', text('ram:SubjectCode'))]);
/** Each note is a group of its own; one that says nothing is none. */
const notes: Binding<readonly Note[]> = (() => {
  const all = each(`${head}/ram:IncludedNote`, note);
  return { ...all, read: (root) => all.read(root).filter(({ subject, text: said }) => subject !== null || said !== null) };
})();

const document: Binding<EInvoice> = group<EInvoice>([
  field('process', text(`${context}/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID`)),
  field('specification', text(`${context}/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID`)),
  field('number', text(`${head}/ram:ID`)),
  field('typeCode', text(`${head}/ram:TypeCode`)),
  field('issueDate', compactDay(`${head}/ram:IssueDateTime/udt:DateTimeString`)),
  field('notes', notes),
  field('amountCurrencies', amountCurrencies),
  field('lines', each(`${trade}/ram:IncludedSupplyChainTradeLineItem`, ciiLine)),
  field('buyerReference', text(`${agreement}/ram:BuyerReference`)),
  field('seller', below(`${agreement}/ram:SellerTradeParty`, ciiParty)),
  field('buyer', below(`${agreement}/ram:BuyerTradeParty`, ciiParty)),
  field('taxRepresentative', optional(`${agreement}/ram:SellerTaxRepresentativeTradeParty`, ciiTaxRepresentative)),
  field('orderReference', text(`${agreement}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`)),
  field('contractReference', text(`${agreement}/ram:ContractReferencedDocument/ram:IssuerAssignedID`)),
  field('objectReference', ciiObject(references)),
  supporting,
  field('delivery', delivery),
  field('remittance', text(`${settlement}/ram:PaymentReference`)),
  field('taxCurrency', text(`${settlement}/ram:TaxCurrencyCode`)),
  field('currency', text(`${settlement}/ram:InvoiceCurrencyCode`)),
  field('payee', optional(`${settlement}/ram:PayeeTradeParty`, ciiPayee)),
  field('payments', each(`${settlement}/ram:SpecifiedTradeSettlementPaymentMeans`, payment)),
  ciiBreakdown,
  field('period', optional(`${settlement}/ram:BillingSpecifiedPeriod`, ciiPeriod)),
  field('allowancesCharges', each(`${settlement}/ram:SpecifiedTradeAllowanceCharge`, ciiAllowanceCharge)),
  field('paymentTerms', text(`${settlement}/ram:SpecifiedTradePaymentTerms/ram:Description`)),
  field('dueDate', compactDay(`${settlement}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString`)),
  field('mandates', texts(`${settlement}/ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID`)),
  ciiTotals,
  field('precedingInvoices', each(`${settlement}/ram:InvoiceReferencedDocument`, preceding)),
]);

/** Reads a cross-industry invoice; null when the document is something else. */
export function readCii(root: XmlElement): EInvoice | null {
  if (root.name !== 'rsm:CrossIndustryInvoice') return null;
  const read = document.read(root);
  return { ...read, kind: documentTypes.credit_note.has(read.typeCode ?? '') ? 'credit_note' : 'invoice' };
}

export function writeCii(invoice: EInvoice): OpenElement {
  const root = openElement('rsm:CrossIndustryInvoice');
  document.write(invoice, root, invoice);
  return root;
}
