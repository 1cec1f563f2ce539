import type * as contract from '@atlas/einvoicing/contract';
import type * as parties from '@atlas/parties/contract';
import { doBackgroundWork } from '../../deliver.ts';
import { operationNamed } from '../../operations.ts';
import type { Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';
import { posted } from './sales.ts';

const getSeller = operationNamed<typeof contract.getSeller>('einvoicing.seller.get');

const getParty = operationNamed<typeof parties.getParty>('parties.party.get');

const seller = {
  vatId: 'DE123456789',
  street: 'Hafenstraße 1',
  city: 'Hamburg',
  postalCode: '20457',
  country: 'DE',
  electronicScheme: '9930',
  electronicAddress: 'DE123456789',
  zeroRateCategory: 'E',
  zeroRateReason: 'Exempt',
  version: 1,
};

/** What a sender of electronic invoices and its customer have to be known by. */
async function ready(shop: Shop): Promise<Input> {
  await shop.run(operationNamed('einvoicing.seller.save'), { ...seller, version: (await shop.run(getSeller, {})).version });
  await shop.run(operationNamed('parties.party.update'), {
    id: shop.customerId,
    version: (await shop.run(getParty, { id: shop.customerId })).version,
    email: 'invoices@example.com',
    addresses: [{ kind: 'billing', street: 'Rue 1', city: 'Lyon', postalCode: '69001', country: 'France' }],
  });
  return { id: (await posted(shop)).id, syntax: 'ubl' };
}

/** A document that was written as PDF. */
async function printed(shop: Shop): Promise<Input> {
  const { id } = await ready(shop);
  await shop.run(operationNamed('einvoicing.invoice.print'), { id });
  await doBackgroundWork(shop);
  return { id };
}

const document = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:ID>1</cbc:ID></Invoice>`;

export const einvoicing: Record<string, Scenario> = {
  'einvoicing.invoice.check': inShop(async () => ({ xml: document })),
  'einvoicing.invoice.export': inShop(ready),
  'einvoicing.invoice.print': inShop(async (shop) => ({ id: (await ready(shop)).id })),
  'einvoicing.invoice_paper.get': inShop(printed),
  'einvoicing.invoice_paper.read': inShop(printed),
  'einvoicing.invoice.mail': inShop(async (shop) => ({ id: (await ready(shop)).id })),
  'einvoicing.invoice_mail.list': inShop(async (shop) => {
    const { id } = await ready(shop);
    await shop.run(operationNamed('einvoicing.invoice.mail'), { id });
    return { id };
  }),
  'einvoicing.seller.get': inShop(async (shop) => {
    await shop.run(operationNamed('einvoicing.seller.save'), seller);
    return {};
  }),
  'einvoicing.seller.save': inShop(async (shop) => ({ ...seller, version: (await shop.run(getSeller, {})).version })),
};
