import { inShop, type Scenario } from '../scenario.ts';

export const parties: Record<string, Scenario> = {
  'parties.party.create': inShop(() => ({
    code: 'NEW',
    name: 'New Customer',
    addresses: [{ kind: 'billing', city: 'Berlin', country: 'Germany' }],
    contacts: [{ name: 'Maria Anders', email: 'maria@example.com' }],
  })),
  'parties.party.update': inShop((shop) => ({
    id: shop.customerId,
    version: 1,
    name: 'Renamed',
    addresses: [{ kind: 'shipping', city: 'Lyon' }],
  })),
  'parties.party.get': inShop((shop) => ({ id: shop.customerId })),
  'parties.party.list': inShop(() => ({ role: 'customer', q: 'C1', sort: '-code', limit: 10 })),
};
