import type { ImportKind } from '@atlas/contract';

export const invoicesKind: ImportKind = {
  name: 'sales.invoices',
  label: 'Invoices',
  key: 'reference',
  fields: {
    reference: {
      label: 'Document number',
      type: 'text',
      required: true,
      aliases: ['orderid', 'orderno', 'invoiceid', 'invoiceno', 'number', 'invoicenumber'],
    },
    customer: { label: 'Customer code', type: 'text', required: true, aliases: ['customerid', 'customercode', 'customerno'] },
    date: { label: 'Date', type: 'date', required: true, aliases: ['orderdate', 'invoicedate'] },
    dueDate: { label: 'Due date', type: 'date', aliases: ['due', 'paymentdue'] },
    freight: { label: 'Freight', type: 'decimal', aliases: ['shipping', 'shippingcost', 'delivery'] },
    shipCountry: { label: 'Ship-to country', type: 'text', aliases: ['country', 'shipcountry', 'deliverycountry'] },
    note: { label: 'Note', type: 'text', aliases: ['comment', 'remarks'] },
  },
};

export const invoiceLinesKind: ImportKind = {
  name: 'sales.invoice_lines',
  label: 'Invoice lines',
  key: 'reference',
  parent: 'sales.invoices',
  fields: {
    reference: {
      label: 'Document number',
      type: 'text',
      required: true,
      aliases: ['orderid', 'orderno', 'invoiceid', 'invoiceno', 'invoicenumber'],
    },
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
  },
};
