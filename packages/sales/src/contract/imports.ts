import type { ImportField, ImportKind } from '@atlas/contract';

const documentNames = ['orderid', 'orderno', 'invoiceid', 'invoiceno', 'invoicenumber'];

const reference: ImportField = { label: 'Document number', type: 'text', required: true, aliases: documentNames };
const customer: ImportField = {
  label: 'Customer code',
  type: 'text',
  required: true,
  aliases: ['customerid', 'customercode', 'customerno'],
};
const date: ImportField = { label: 'Date', type: 'date', required: true, aliases: ['orderdate', 'invoicedate'] };

const lineFields = {
  product: {
    label: 'Product code',
    type: 'text',
    required: true,
    aliases: ['productid', 'sku', 'stockcode', 'articleno', 'itemno'],
  },
  description: { label: 'Description', type: 'text', aliases: ['text', 'itemname'] },
  quantity: { label: 'Quantity', type: 'decimal', required: true, aliases: ['qty', 'amountordered'] },
  unitPrice: { label: 'Unit price', type: 'decimal', required: true, aliases: ['price', 'unitprice'] },
  discount: { label: 'Discount (share)', type: 'decimal', aliases: ['discountrate', 'rebate'] },
} satisfies Record<string, ImportField>;

export const invoicesKind: ImportKind = {
  name: 'sales.invoices',
  label: 'Invoices',
  key: 'reference',
  fields: {
    reference: { ...reference, aliases: [...documentNames, 'number'] },
    customer,
    date,
    dueDate: { label: 'Due date', type: 'date', aliases: ['due', 'paymentdue'] },
    currency: { label: 'Currency', type: 'text', aliases: ['currencycode'] },
    exchangeRate: { label: 'Units of it for one of the books’ currency', type: 'decimal', aliases: ['rate', 'fxrate'] },
    freight: { label: 'Freight', type: 'decimal', aliases: ['shipping', 'shippingcost', 'delivery'] },
    shipCountry: { label: 'Ship-to country', type: 'text', aliases: ['country', 'shipcountry', 'deliverycountry'] },
    note: { label: 'Note', type: 'text', aliases: ['comment', 'remarks'] },
    credit: { label: 'Credit note (amounts with a minus)', type: 'flag', aliases: ['creditnote', 'iscreditnote'] },
  },
};

export const invoiceLinesKind: ImportKind = {
  name: 'sales.invoice_lines',
  label: 'Invoice lines',
  key: 'reference',
  parent: 'sales.invoices',
  fields: { reference, ...lineFields },
};

/** Every row is a line and repeats what its invoice says: how shops and spreadsheets export their sales. */
export const invoiceTableKind: ImportKind = {
  name: 'sales.invoice_table',
  label: 'Invoices with their lines',
  key: 'reference',
  fields: {
    reference,
    date,
    customer,
    customerName: { label: 'Customer name', type: 'text', aliases: ['companyname', 'company'] },
    country: { label: 'Country', type: 'text', aliases: ['shipcountry', 'deliverycountry'] },
    ...lineFields,
    creditPrefix: { label: 'Credit notes begin with', type: 'text' },
  },
};
