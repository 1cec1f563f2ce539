import { uuidv7 } from '@atlas/kernel';
import type * as contract from '@atlas/payments/contract';
import { issueInvoice, operationNamed } from '../../operations.ts';
import { invoiceOf, type Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';
import { ofSome } from './dimensions.ts';
import { dunning } from './dunning.ts';

const postPayment = operationNamed<typeof contract.postPayment>('payments.payment.post');
const saveSettings = operationNamed<typeof contract.savePaymentSettings>('payments.settings.save');
const createPaymentTerms = operationNamed<typeof contract.createPaymentTerms>('payments.terms.create');

/** What pays an invoice of the shop's customer in part, and gives up a little. */
async function receipt(shop: Shop): Promise<Input> {
  const { entryId } = await shop.run(issueInvoice, invoiceOf(shop, '1'));
  return {
    direction: 'in',
    ledger: 'receivable',
    partyId: shop.customerId,
    date: '2026-03-20',
    accountId: shop.account('1020'),
    amount: '100',
    reference: 'Transfer of March',
    note: 'By phone',
    items: [{ entryId, position: 1, amount: '90', writeOff: '0.50' }],
  };
}

const paid = async (shop: Shop) => shop.run(postPayment, await receipt(shop));

const terms = () => ({
  code: uuidv7().slice(-12),
  name: 'Thirty days, 2 % within ten',
  lines: [{ kind: 'rest', value: null, days: 30 }],
  discount: { share: '0.02', days: 10, basis: 'gross' },
});
const kept = (shop: Shop) => shop.run(createPaymentTerms, terms());

export const payments: Record<string, Scenario> = {
  ...dunning,
  'payments.payment.post': inShop(receipt),
  'payments.payment.reverse': inShop(async (shop) => ({ id: (await paid(shop)).id, date: '2026-03-21' })),
  'payments.payment.get': inShop(async (shop) => ({ id: (await paid(shop)).id })),
  'payments.payment.list': inShop(async (shop) => {
    await paid(shop);
    return { direction: 'in', partyId: shop.customerId, open: 'true', limit: 10 };
  }),
  'payments.open_item.list': inShop(async (shop) => {
    await paid(shop);
    return { ledger: 'receivable', partyId: shop.customerId, limit: 10 };
  }),
  'payments.allocation.reverse': inShop(async (shop) => {
    const { allocations } = await paid(shop);
    return { id: allocations[0]?.id, date: '2026-03-21' };
  }),
  'payments.terms.create': inShop(terms),
  'payments.terms.update': inShop(async (shop) => {
    const { id, version } = await kept(shop);
    return { ...terms(), id, version, archived: true };
  }),
  'payments.terms.list': inShop(async (shop) => {
    await kept(shop);
    return { limit: 10 };
  }),
  'payments.terms.preview': inShop(() => {
    const { lines, discount } = terms();
    return { date: '2026-03-10', currency: 'EUR', net: '100', total: '119', lines, discount };
  }),
  'payments.settings.get': inShop(async (shop) => {
    await shop.run(saveSettings, { writeOffLimit: `0.${Math.floor(Math.random() * 90) + 10}` });
    return {};
  }),
  'payments.settings.save': inShop(() => ({ writeOffLimit: '2.50' })),
  'payments.report.ageing': inShop(async (shop) => {
    await paid(shop);
    return { ledger: 'receivable', asOf: '2026-03-31', ...(await ofSome(shop)) };
  }),
  'payments.report.party_statement': inShop(async (shop) => {
    await paid(shop);
    return { ledger: 'receivable', partyId: shop.customerId, from: '2026-03-01', to: '2026-03-31', ...(await ofSome(shop)) };
  }),
};
