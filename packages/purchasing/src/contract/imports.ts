import type { ImportField, ImportKind } from '@atlas/contract';

const supplierNumber: ImportField = {
  label: "Supplier's number",
  type: 'text',
  required: true,
  aliases: ['billno', 'billnumber', 'supplierinvoiceno', 'supplierinvoicenumber', 'vendorinvoiceno'],
};
const supplier: ImportField = {
  label: 'Supplier code',
  type: 'text',
  required: true,
  aliases: ['supplierid', 'suppliercode', 'supplierno', 'vendor', 'vendorcode', 'vendorno'],
};
const known = { key: 'supplierNumber', keyWith: ['supplier'] } as const;

const headFields = {
  date: { label: 'Date', type: 'date', required: true, aliases: ['billdate', 'documentdate'] },
  postingDate: { label: 'Posting date', type: 'date', aliases: ['receivedon', 'posted'] },
  dueDate: { label: 'Due date', type: 'date', aliases: ['due', 'paymentdue'] },
  currency: { label: 'Currency', type: 'text', aliases: ['currencycode'] },
  exchangeRate: { label: 'Units of it for one of the books’ currency', type: 'decimal', aliases: ['rate', 'fxrate'] },
  total: { label: 'Total with tax', type: 'decimal', aliases: ['gross', 'amountdue'] },
  note: { label: 'Note', type: 'text', aliases: ['comment', 'remarks'] },
  credit: { label: 'Credit note (amounts with a minus)', type: 'flag', aliases: ['creditnote', 'iscreditnote'] },
} satisfies Record<string, ImportField>;

const lineFields = {
  account: { label: 'Account code', type: 'text', required: true, aliases: ['accountno', 'accountnumber', 'expenseaccount'] },
  description: { label: 'Description', type: 'text', aliases: ['text', 'itemname'] },
  quantity: { label: 'Quantity', type: 'decimal', aliases: ['qty'] },
  unitPrice: { label: 'Unit price', type: 'decimal', required: true, aliases: ['price', 'net', 'netamount'] },
  discount: { label: 'Discount (share)', type: 'decimal', aliases: ['discountrate', 'rebate'] },
  tax: { label: 'Tax code', type: 'text', aliases: ['taxcode', 'vatcode'] },
} satisfies Record<string, ImportField>;

export const billsKind: ImportKind = {
  name: 'purchasing.bills',
  label: 'Bills',
  ...known,
  fields: { supplier, supplierNumber, ...headFields },
};

export const billLinesKind: ImportKind = {
  name: 'purchasing.bill_lines',
  label: 'Bill lines',
  ...known,
  parent: 'purchasing.bills',
  fields: { supplier, supplierNumber, ...lineFields },
};

/** Every row is a line and repeats what its bill says. */
export const billTableKind: ImportKind = {
  name: 'purchasing.bill_table',
  label: 'Bills with their lines',
  ...known,
  fields: { supplier, supplierNumber, ...headFields, ...lineFields },
};
