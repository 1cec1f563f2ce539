import { newMember } from '../../members.ts';
import { inShop, type Scenario } from '../scenario.ts';

export const parties: Record<string, Scenario> = {
  'parties.party.create': inShop(async (shop) => ({
    ownerId: await newMember(shop),
    code: 'NEW',
    name: 'New Customer',
    addresses: [{ kind: 'billing', city: 'Berlin', country: 'Germany' }],
    contacts: [{ name: 'Maria Anders', email: 'maria@example.com' }],
  })),
  'parties.party.update': inShop(async (shop) => ({
    ownerId: await newMember(shop),
    id: shop.customerId,
    version: 1,
    name: 'Renamed',
    addresses: [{ kind: 'shipping', city: 'Lyon' }],
  })),
  'parties.party.get': inShop((shop) => ({ id: shop.customerId })),
  'parties.party.list': inShop(({ userId }) => ({ role: 'customer', q: 'C1', ownerId: userId, sort: '-code', limit: 10 })),
};
