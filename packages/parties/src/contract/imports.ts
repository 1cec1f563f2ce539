import type { ImportField, ImportKind } from '@atlas/contract';

const fieldsWithCode = (...codeAliases: string[]): Record<string, ImportField> => ({
  code: { label: 'Code', type: 'text', required: true, aliases: ['id', 'number', ...codeAliases] },
  name: { label: 'Name', type: 'text', required: true, aliases: ['companyname', 'company', 'customername', 'suppliername'] },
  contactName: { label: 'Contact', type: 'text', aliases: ['contact', 'contactperson'] },
  contactTitle: { label: 'Contact title', type: 'text', aliases: ['jobtitle'] },
  street: { label: 'Street', type: 'text', aliases: ['address', 'addressline1', 'street1'] },
  city: { label: 'City', type: 'text', aliases: ['town'] },
  region: { label: 'Region', type: 'text', aliases: ['state', 'province', 'county'] },
  postalCode: { label: 'Postal code', type: 'text', aliases: ['zip', 'zipcode', 'postcode'] },
  country: { label: 'Country', type: 'text' },
  phone: { label: 'Phone', type: 'text', aliases: ['telephone', 'tel'] },
  email: { label: 'E-mail', type: 'text', aliases: ['mail', 'emailaddress'] },
  taxNumber: { label: 'Tax number', type: 'text', aliases: ['vat', 'vatnumber', 'vatid', 'taxid'] },
  paymentTerms: {
    label: 'Payment terms (code)',
    type: 'text',
    aliases: ['terms', 'paymentterm', 'termscode', 'zahlungsbedingung'],
  },
});

export const customersKind: ImportKind = {
  name: 'parties.customers',
  label: 'Customers',
  key: 'code',
  fields: fieldsWithCode('customerid', 'customerno', 'customercode'),
};
export const suppliersKind: ImportKind = {
  name: 'parties.suppliers',
  label: 'Suppliers',
  key: 'code',
  fields: fieldsWithCode('supplierid', 'supplierno', 'suppliercode'),
};
