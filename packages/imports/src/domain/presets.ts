import type { Suggestion } from './suggest-mapping.ts';

/** The export of a known system: recognised by the headings of its files. */
export type Preset = {
  readonly name: string;
  readonly files: readonly { readonly headings: readonly string[]; readonly suggestion: Suggestion }[];
};

const party = {
  name: 'CompanyName',
  contactName: 'ContactName',
  contactTitle: 'ContactTitle',
  street: 'Address',
  city: 'City',
  region: 'Region',
};
const where = { postalCode: 'PostalCode', country: 'Country', phone: 'Phone' };

/** Northwind Traders: the sample company of Microsoft's databases, as its tables are commonly exported. */
const northwind: Preset = {
  name: 'northwind',
  files: [
    {
      headings: ['CustomerID', 'CompanyName', 'ContactName'],
      suggestion: { kind: 'parties.customers', mapping: { code: 'CustomerID', ...party, ...where } },
    },
    {
      headings: ['SupplierID', 'CompanyName', 'ContactName'],
      suggestion: { kind: 'parties.suppliers', mapping: { code: 'SupplierID', ...party, ...where } },
    },
    {
      headings: ['CategoryID', 'CategoryName'],
      suggestion: {
        kind: 'catalog.categories',
        mapping: { code: 'CategoryID', name: 'CategoryName', description: 'Description' },
      },
    },
    {
      headings: ['ProductID', 'ProductName', 'QuantityPerUnit'],
      suggestion: {
        kind: 'catalog.products',
        mapping: {
          code: 'ProductID',
          name: 'ProductName',
          category: 'CategoryID',
          packaging: 'QuantityPerUnit',
          salesPrice: 'UnitPrice',
        },
      },
    },
    {
      headings: ['OrderID', 'CustomerID', 'OrderDate', 'Freight'],
      suggestion: {
        kind: 'sales.invoices',
        mapping: {
          reference: 'OrderID',
          customer: 'CustomerID',
          date: 'OrderDate',
          freight: 'Freight',
          shipCountry: 'ShipCountry',
        },
      },
    },
    {
      headings: ['OrderID', 'ProductID', 'UnitPrice', 'Quantity', 'Discount'],
      suggestion: {
        kind: 'sales.invoice_lines',
        mapping: {
          reference: 'OrderID',
          product: 'ProductID',
          unitPrice: 'UnitPrice',
          quantity: 'Quantity',
          discount: 'Discount',
        },
      },
    },
  ],
};

/** UCI's Online Retail, and shops that export their tills like it: one row a line, cancelled invoices begin with C. */
const onlineRetail: Preset = {
  name: 'online_retail',
  files: [
    {
      headings: ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'],
      suggestion: {
        kind: 'sales.invoice_table',
        mapping: {
          reference: 'InvoiceNo',
          date: 'InvoiceDate',
          customer: 'CustomerID',
          country: 'Country',
          product: 'StockCode',
          description: 'Description',
          quantity: 'Quantity',
          unitPrice: 'UnitPrice',
        },
        defaults: { customer: 'WALK-IN', creditPrefix: 'C' },
      },
    },
  ],
};

const presets: readonly Preset[] = [northwind, onlineRetail];

/** What a preset says of a file with these headings. Columns that the file lacks are left out of the mapping. */
export function presetFor(headings: readonly string[]): { preset: string; suggestion: Suggestion } | null {
  const present = new Set(headings);
  for (const { name, files } of presets) {
    const file = files.find((each) => each.headings.every((heading) => present.has(heading)));
    if (!file) continue;
    const mapping = Object.fromEntries(Object.entries(file.suggestion.mapping).filter(([, heading]) => present.has(heading)));
    return { preset: name, suggestion: { ...file.suggestion, mapping } };
  }
  return null;
}
