import { route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { line, version } = schemas;
const optionalLine = (length: number) => line(length).nullable().default(null);
const capitals = (pattern: RegExp, description: string) =>
  z.string().regex(pattern).nullable().default(null).meta({ description });

const sellerFields = {
  vatId: capitals(/^[A-Z]{2}[A-Z0-9+*.]{2,18}$/, 'VAT identifier with its country: DE123456789'),
  taxNumber: optionalLine(40).meta({ description: 'Number of the local tax office' }),
  registrationNumber: optionalLine(60).meta({ description: 'Number in a register of companies' }),
  street: optionalLine(300),
  city: optionalLine(120),
  postalCode: optionalLine(40),
  country: capitals(/^[A-Z]{2}$/, "ISO 3166-1 alpha-2; left out, the company's"),
  electronicScheme: capitals(/^[A-Z0-9]{2,4}$/, 'Scheme of the electronic address (EAS): 0088 for GLN, EM for e-mail'),
  electronicAddress: optionalLine(120),
  contactName: optionalLine(200),
  contactPhone: optionalLine(60),
  contactEmail: z.email().max(320).nullable().default(null),
  iban: capitals(/^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/, 'Account to pay to'),
  bic: capitals(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/, 'Bank of the account'),
  zeroRateCategory: z
    .enum(['Z', 'E', 'AE', 'K', 'G', 'O'])
    .nullable()
    .default(null)
    .meta({ description: 'VAT category (UNCL 5305) of lines without VAT' }),
  zeroRateReason: optionalLine(300).meta({ description: 'Why these lines have no VAT: needed but for Z' }),
};

export const eInvoiceSeller = z.object({ ...sellerFields, version }).meta({ id: 'EInvoiceSeller' });

export const getSeller = route({
  name: 'einvoicing.seller.get',
  method: 'GET',
  path: '/e-invoice-seller',
  summary: 'Read what electronic invoices say of the company',
  input: z.object({}),
  output: eInvoiceSeller,
  errors: [],
});

export const saveSeller = route({
  name: 'einvoicing.seller.save',
  method: 'PUT',
  path: '/e-invoice-seller',
  summary: 'Set what electronic invoices say of the company',
  input: z.object({ ...sellerFields, version }),
  output: eInvoiceSeller,
  errors: ['version_conflict'],
});
