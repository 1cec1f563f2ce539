import { newMember } from '../../members.ts';
import { inShop, type Scenario } from '../scenario.ts';
import { thirtyDays } from './sales.ts';

export const parties: Record<string, Scenario> = {
  'parties.party.create': inShop(async (shop) => ({
    ownerId: await newMember(shop),
    code: 'NEW',
    paymentTermsId: await thirtyDays(shop),
    name: 'New Customer',
    addresses: [{ kind: 'billing', city: 'Berlin', country: 'Germany' }],
    contacts: [{ name: 'Maria Anders', email: 'maria@example.com' }],
  })),
  'parties.party.update': inShop(async (shop) => ({
    ownerId: await newMember(shop),
    id: shop.customerId,
    version: 1,
    name: 'Renamed',
    paymentTermsId: await thirtyDays(shop),
    addresses: [{ kind: 'shipping', city: 'Lyon' }],
  })),
  'parties.party.get': inShop((shop) => ({ id: shop.customerId })),
  'parties.party.list': inShop(({ userId }) => ({ role: 'customer', q: 'C1', ownerId: userId, sort: '-code', limit: 10 })),
};
