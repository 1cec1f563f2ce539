import { uuidv7 } from '@atlas/kernel';
import type * as contract from '@atlas/purchasing/contract';
import { bytesOf } from '../../importing.ts';
import { newMember } from '../../members.ts';
import { operationNamed } from '../../operations.ts';
import { billOf, newSupplier, receivedXml } from '../../purchases.ts';
import type { Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';
import { costCentre } from './dimensions.ts';
import { thirtyDays } from './sales.ts';

const createBill = operationNamed<typeof contract.createBill>('purchasing.bill.create');
const attach = operationNamed<typeof contract.addBillAttachment>('purchasing.bill_attachment.add');
const issueBill = operationNamed<typeof contract.issueBill>('purchasing.bill.issue');

async function wanted(shop: Shop): Promise<Input> {
  return billOf({ ...shop, supplierId: await newSupplier(shop) }, '3', { note: 'Ordered by phone' });
}
const draft = async (shop: Shop) => shop.run(createBill, await wanted(shop));
const posted = async (shop: Shop) => shop.run(issueBill, await wanted(shop));

/** A credit note over part of a posted bill: it names everything that a bill can name. */
async function creditNote(shop: Shop): Promise<Input> {
  const bill = await posted(shop);
  const { dimensionId, valueId } = await costCentre(shop);
  return {
    kind: 'credit_note',
    supplierId: bill.supplierId,
    supplierNumber: `RETURN-${uuidv7().slice(-12)}`,
    date: '2026-03-12',
    postingDate: '2026-03-14',
    total: '113.06',
    rounding: '0.01',
    creditedBillId: bill.id,
    paymentTermsId: await thirtyDays(shop),
    ownerId: await newMember(shop),
    lines: [
      {
        productId: shop.productId,
        quantity: '1',
        unitPrice: '100',
        discount: '0.05',
        taxIds: [shop.taxCodeId],
        accountId: shop.account('6040'),
        dimensions: [{ dimensionId, valueId }],
      },
    ],
  };
}

const content = bytesOf('%PDF-1.7\nA bill\n');

async function attached(shop: Shop): Promise<Input> {
  const { id } = await draft(shop);
  const { id: attachmentId } = await shop.run(attach, { id, name: 'bill.pdf', content });
  return { id, attachmentId };
}

export const purchasing: Record<string, Scenario> = {
  'purchasing.bill.create': inShop(creditNote),
  'purchasing.bill.receive': inShop(async (shop) => {
    const { supplierId } = await posted(shop);
    const [accountId, ownerId] = [shop.account('6040'), await newMember(shop)];
    return { xml: receivedXml('Unheard of', `E-${uuidv7().slice(-12)}`), accountId, supplierId, ownerId };
  }),
  'purchasing.bill.update': inShop(async (shop) => {
    const { id, version } = await draft(shop);
    return { ...(await creditNote(shop)), id, version };
  }),
  'purchasing.bill_attachment.add': inShop(async (shop) => ({ id: (await draft(shop)).id, name: 'bill.pdf', content })),
  'purchasing.bill_attachment.list': inShop(async (shop) => ({ id: (await attached(shop)).id })),
  'purchasing.bill_attachment.get': inShop(attached),
  'purchasing.bill_attachment.remove': inShop(attached),
  'purchasing.bill.delete': inShop(async (shop) => ({ id: (await draft(shop)).id })),
  'purchasing.bill.post': inShop(async (shop) => ({ id: (await draft(shop)).id })),
  'purchasing.bill.issue': inShop(creditNote),
  'purchasing.bill.void': inShop(async (shop) => ({ id: (await posted(shop)).id, date: '2026-03-15' })),
  'purchasing.bill.get': inShop(async (shop) => ({ id: (await posted(shop)).id })),
  'purchasing.bill.list': inShop(async (shop) => {
    const [{ supplierId, supplierNumber }] = await Promise.all([posted(shop), draft(shop)]);
    return { supplierId, supplierNumber, ownerId: shop.userId, sort: '-gross', limit: 20 };
  }),
};
