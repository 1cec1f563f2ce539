import type * as accounting from '@atlas/accounting/contract';
import { uuidv7 } from '@atlas/kernel';
import type * as sales from '@atlas/sales/contract';
import type * as contract from '@atlas/tax/contract';
import { operationNamed } from '../../operations.ts';
import { invoiceOf, type Shop } from '../../shop.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';
import { ofSome } from './dimensions.ts';

const createTax = operationNamed<typeof contract.createTax>('tax.definition.create');

const vat = (): Input => ({
  code: uuidv7().slice(-12),
  name: 'VAT',
  kind: 'percent',
  rates: [
    { validFrom: '2020-07-01', value: '0.16' },
    { validFrom: '2021-01-01', value: '0.19' },
  ],
});

const taxed = async (shop: Shop, terms: Input = {}): Promise<string> => (await shop.run(createTax, { ...vat(), ...terms })).id;

const accountsOf = (shop: Shop): Input => ({ salesAccountId: shop.account('2300'), purchaseAccountId: shop.account('2400') });

const waysToRound: readonly Input[] = [
  { rounding: 'document', tie: 'half-even' },
  { rounding: 'document', tie: 'half-away-from-zero' },
  { rounding: 'line', tie: 'half-even' },
];
const workspacesSeen: string[] = [];

/** No two neighbours round alike: settings have no text that could tell whose they are. */
function wayToRoundOf(shop: Shop): Input {
  const { tenantId } = shop.ctx();
  if (!workspacesSeen.includes(tenantId)) workspacesSeen.push(tenantId);
  return waysToRound[workspacesSeen.indexOf(tenantId) % waysToRound.length] as Input;
}

const postJournal = operationNamed<typeof accounting.postJournal>('accounting.journal.post');
const issueInvoice = operationNamed<typeof sales.issueInvoice>('sales.invoice.issue');
const year = { from: '2026-01-01', to: '2026-12-31' };

export const tax: Record<string, Scenario> = {
  'tax.definition.create': inShop(async (shop) => {
    const group = { kind: 'group', rates: [], memberIds: [await taxed(shop)] };
    return { ...vat(), ...group, ...accountsOf(shop) };
  }),
  'tax.definition.update': inShop(async (shop) => ({
    id: await taxed(shop),
    version: 1,
    name: 'Value added tax',
    ...accountsOf(shop),
    archived: true,
  })),
  'tax.definition.get': inShop(async (shop) => ({ id: await taxed(shop) })),
  'tax.definition.list': inShop(async (shop) => {
    await taxed(shop, { operation: 'exempt', exemptionCode: 'VATEX-EU-132', rates: [{ validFrom: '2020-01-01', value: '0' }] });
    return { operation: 'exempt' };
  }),
  'tax.document.calculate': inShop(async (shop) => ({
    date: '2026-01-01',
    currency: 'EUR',
    smallestCoin: '0.05',
    books: { currency: 'KWD', rate: '3.1' },
    lines: [{ quantity: '3', unitPrice: '9.99', discount: '0.1', taxIds: [await taxed(shop)] }],
    charges: [
      { kind: 'charge', amount: '5', taxIds: [shop.taxCodeId] },
      { kind: 'discount', share: '0.1', of: 'total', through: 1 },
    ],
  })),
  'tax.report.read': inShop(async (shop) => {
    await shop.run(issueInvoice, invoiceOf(shop, '1'));
    return { ...year, ...(await ofSome(shop)) };
  }),
  'tax.report.documents': inShop(async (shop) => {
    await shop.run(issueInvoice, invoiceOf(shop, '1'));
    return { ...year, taxId: shop.taxCodeId, direction: 'sale', ...(await ofSome(shop)) };
  }),
  'tax.report.differences': inShop(async (shop) => {
    await shop.run(postJournal, {
      date: '2026-03-10',
      description: 'Tax that no document says',
      lines: [
        { accountId: shop.account('2200'), credit: '7.00' },
        { accountId: shop.account('1020'), debit: '7.00' },
      ],
    });
    return { ...year, accountId: shop.account('2200'), ...(await ofSome(shop)) };
  }),
  'tax.price.map': inShop(async (shop) => ({
    date: '2026-01-01',
    unitPrice: '119',
    fromTaxIds: [await taxed(shop, { included: true })],
    toTaxIds: [await taxed(shop, { included: true, rates: [{ validFrom: '2020-01-01', value: '0.07' }] })],
  })),
  'tax.settings.get': inShop(async (shop) => {
    await shop.run(operationNamed('tax.settings.save'), wayToRoundOf(shop));
    return {};
  }),
  'tax.settings.save': inShop(wayToRoundOf),
};
