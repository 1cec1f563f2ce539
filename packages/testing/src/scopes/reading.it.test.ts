import type { Scope } from '@atlas/kernel';
import type * as parties from '@atlas/parties/contract';
import type * as sales from '@atlas/sales/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { someoneWith } from '../actors.ts';
import { type Colleagues, giveTo, newColleagues, places } from '../colleagues.ts';
import { owners, reachedBy } from '../matrix/expected-reach.ts';
import { createParty, issueInvoice, operationNamed } from '../operations.ts';
import { invoiceOf, newShop, type Shop } from '../shop.ts';

const listParties = operationNamed<typeof parties.listParties>('parties.party.list');
const listInvoices = operationNamed<typeof sales.listInvoices>('sales.invoice.list');
const getInvoice = operationNamed<typeof sales.getInvoice>('sales.invoice.get');
const breakdown = operationNamed<typeof sales.readRevenueBreakdown>('sales.report.revenue_breakdown');
const ageing = operationNamed<typeof sales.readReceivablesAgeing>('sales.report.receivables_ageing');

let shop: Shop;
let people: Colleagues;
const ownerOf = (name: string): string | null => (name === 'nobody' ? null : people[name as keyof Colleagues]);
/** What an invoice of each owner is worth, net: each sum of some of them is the sum of no others. */
const worth = new Map(owners.map((owner, index) => [owner, 100 * 2 ** index] as const));

/** One customer and one invoice of everybody. */
beforeAll(async () => {
  shop = await newShop();
  people = await newColleagues(shop);
  await giveTo('parties', shop.customerId, null);
  for (const [index, owner] of owners.entries()) {
    if (owner !== 'nobody')
      await giveTo('parties', (await shop.run(createParty, { code: `P-${owner}`, name: owner })).id, ownerOf(owner));
    const { id } = await shop.run(issueInvoice, invoiceOf(shop, String(2 ** index), `2026-03-${10 + index}`));
    await giveTo('invoices', id, ownerOf(owner));
  }
});

const reading = (scope: Scope) => ({ actor: someoneWith(people.me, { permission: '*', scope }) });
const reached = (scope: Scope) => owners.filter((owner) => reachedBy.get(scope)?.has(owner));
const idsOf = (names: readonly string[]) => new Set(names.map(ownerOf));

describe.each(['own', 'team', 'department', 'company', 'all'] as const)('held to %s', (scope) => {
  it('a list holds what is reached, page by page to its end', async () => {
    for (const operation of [listInvoices, listParties] as const) {
      const found: (string | null)[] = [];
      let cursor: string | undefined;
      do {
        const page = await shop.run(operation as typeof listInvoices, { limit: 1, cursor }, reading(scope));
        found.push(...page.items.map(({ ownerId }) => ownerId));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(new Set(found)).toEqual(idsOf(reached(scope)));
      expect(found).toHaveLength(reached(scope).length);
    }
  });

  it('a filter finds nothing beyond, whoever is asked for', async () => {
    for (const place of places) {
      const input = { ownerId: people[place] };
      const expected = reached(scope).includes(place) ? [people[place]] : [];
      const invoices = await shop.run(listInvoices, input, reading(scope));
      const customers = await shop.run(listParties, input, reading(scope));
      expect(invoices.items.map(({ ownerId }) => ownerId)).toEqual(expected);
      expect(customers.items.map(({ ownerId }) => ownerId)).toEqual(expected);
    }
    const searched = await shop.run(listInvoices, { q: 'Customer One', customerId: shop.customerId }, reading(scope));
    expect(searched.items).toHaveLength(reached(scope).length);
  });

  it('a report adds up and counts what is reached, to the cent', async () => {
    const net = reached(scope).reduce((sum, owner) => sum + (worth.get(owner) ?? 0), 0);
    for (const by of ['month', 'customer', 'product', 'country', 'category']) {
      const report = await shop.run(breakdown, { by }, reading(scope));
      expect(Number(report.total.amount), by).toBe(net);
      expect(report.rows.map(({ invoiceCount }) => invoiceCount)).toEqual([reached(scope).length]);
    }
    const open = await shop.run(ageing, { asOf: '2026-12-31' }, reading(scope));
    expect(Number(open.total.amount)).toBeCloseTo(net * 1.19, 2);
    expect(open.buckets.reduce((sum, { invoiceCount }) => sum + invoiceCount, 0)).toBe(reached(scope).length);
  });
});

describe('a credit note', () => {
  it('shows on the invoice that it takes back to those only who reach it, too', async () => {
    const own = { actor: someoneWith(people.me, { permission: '*', scope: 'own' }) };
    const invoice = await shop.run(issueInvoice, invoiceOf(shop, '5'), own);
    const credit = { ...invoiceOf(shop, '1'), kind: 'credit_note', creditedInvoiceId: invoice.id };
    const [mine, theirs] = [await shop.run(issueInvoice, credit, own), await shop.run(issueInvoice, credit)];
    const notes = async (options?: typeof own) =>
      (await shop.run(getInvoice, { id: invoice.id }, options)).creditNotes.map(({ id }) => id).sort();
    expect(await notes(own)).toEqual([mine.id]);
    expect(await notes()).toEqual([mine.id, theirs.id].sort());
  });
});
