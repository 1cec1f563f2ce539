import { uuidv7 } from '@atlas/kernel';
import type * as parties from '@atlas/parties/contract';
import type * as sales from '@atlas/sales/contract';
import { describe, expect, it } from 'vitest';
import { someoneWith } from '../actors.ts';
import { newColleagues } from '../colleagues.ts';
import { asAdministrator } from '../database.ts';
import { newMember } from '../members.ts';
import { createParty, issueInvoice, operationNamed } from '../operations.ts';
import { invoiceOf, newShop } from '../shop.ts';

const updateParty = operationNamed<typeof parties.updateParty>('parties.party.update');
const getParty = operationNamed<typeof parties.getParty>('parties.party.get');
const createInvoice = operationNamed<typeof sales.createInvoice>('sales.invoice.create');
const updateInvoice = operationNamed<typeof sales.updateInvoice>('sales.invoice.update');
const voidInvoice = operationNamed<typeof sales.voidInvoice>('sales.invoice.void');
const issueInvoices = operationNamed<typeof sales.issueInvoices>('sales.invoice.issue_batch');

const refused = (code: string, pointer?: string) => ({ code, ...(pointer ? { details: { errors: [{ pointer }] } } : {}) });

describe('a new record', () => {
  it('is its maker’s, unless they say whose', async () => {
    const shop = await newShop();
    const [me, other] = [await newMember(shop), await newMember(shop)];
    const options = { actor: someoneWith(me, '*') };
    const given = [undefined, other, null];
    const owned = [me, other, null];
    for (const [index, ownerId] of given.entries()) {
      const party = await shop.run(createParty, { code: `N${index}`, name: 'New', ownerId }, options);
      const draft = await shop.run(createInvoice, { ...invoiceOf(shop, '1'), ownerId }, options);
      const issued = await shop.run(issueInvoice, { ...invoiceOf(shop, '1'), ownerId }, options);
      const batch = await shop.run(issueInvoices, { invoices: [{ ...invoiceOf(shop, '1'), ownerId }] }, options);
      for (const record of [party, draft, issued, ...batch.items]) expect(record.ownerId).toBe(owned[index]);
    }
  });

  it('is nobody’s who is no member, and the refusal says where', async () => {
    const shop = await newShop();
    const stranger = await newMember(await newShop());
    for (const ownerId of [stranger, uuidv7()]) {
      const invoice = { ...invoiceOf(shop, '1'), ownerId };
      await expect(shop.run(createParty, { code: 'X', name: 'X', ownerId })).rejects.toMatchObject(
        refused('unknown_owner', '/ownerId'),
      );
      await expect(shop.run(createInvoice, invoice)).rejects.toMatchObject(refused('unknown_owner', '/ownerId'));
      await expect(shop.run(issueInvoices, { invoices: [invoiceOf(shop, '1'), invoice] })).rejects.toMatchObject(
        refused('unknown_owner', '/invoices/1/ownerId'),
      );
    }
  });

  it('is given to those only whom its maker reaches, and nobody gives away what is theirs beyond that', async () => {
    const shop = await newShop();
    const people = await newColleagues(shop);
    const team = { actor: someoneWith(people.me, { permission: '*', scope: 'team' }) };
    const draft = await shop.run(createInvoice, { ...invoiceOf(shop, '1'), ownerId: people.mate }, team);
    expect(draft.ownerId).toBe(people.mate);
    const mine = await shop.run(createParty, { code: 'M', name: 'Mine' }, team);
    for (const ownerId of [people.beside, people.peer, null]) {
      const out = refused('owner_out_of_reach');
      await expect(shop.run(createParty, { code: 'X', name: 'X', ownerId }, team)).rejects.toMatchObject(out);
      await expect(shop.run(issueInvoice, { ...invoiceOf(shop, '1'), ownerId }, team)).rejects.toMatchObject(out);
      await expect(shop.run(updateParty, { id: mine.id, version: 1, ownerId }, team)).rejects.toMatchObject(out);
      const replaced = { ...invoiceOf(shop, '2'), id: draft.id, version: 1, ownerId };
      await expect(shop.run(updateInvoice, replaced, team)).rejects.toMatchObject(out);
    }
    expect((await shop.run(updateParty, { id: mine.id, version: 1, ownerId: people.mate }, team)).ownerId).toBe(people.mate);
    expect((await shop.run(updateInvoice, { ...invoiceOf(shop, '2'), id: draft.id, version: 1 }, team)).ownerId).toBe(
      people.mate,
    );
  });

  it('that voids an invoice is whose the invoice is', async () => {
    const shop = await newShop();
    const people = await newColleagues(shop);
    const theirs = await shop.run(issueInvoice, { ...invoiceOf(shop, '1'), ownerId: people.mate });
    const team = { actor: someoneWith(people.me, { permission: '*', scope: 'team' }) };
    expect((await shop.run(voidInvoice, { id: theirs.id }, team)).ownerId).toBe(people.mate);
  });
});

describe('a place in a team or department', () => {
  it('counts from the moment it is given, and not when it is of an earlier membership', async () => {
    const shop = await newShop();
    const people = await newColleagues(shop);
    const records = await Promise.all(
      [people.mate, people.below].map(async (ownerId, index) => shop.run(createParty, { code: `T${index}`, name: 'T', ownerId })),
    );
    const found = async (scope: 'team' | 'department', joinedAt?: string): Promise<string[]> => {
      const someone = someoneWith(people.me, { permission: '*', scope });
      const actor = joinedAt === undefined ? someone : { ...someone, joinedAt };
      const answers = await Promise.allSettled(records.map(({ id }) => shop.run(getParty, { id }, { actor })));
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.code] : []));
    };
    expect([await found('team'), await found('department')]).toEqual([['T0'], ['T1']]);
    expect(await found('team', '2026-01-01T00:00:00.000Z')).toEqual(['T0']);
    expect([await found('team', '2999-01-01T00:00:00.000Z'), await found('department', '2999-01-01T00:00:00.000Z')]).toEqual([
      [],
      [],
    ]);
    await asAdministrator('delete from team_members where tenant_id = $1 and user_id = $2', [shop.tenantId, people.mate]);
    await asAdministrator('update departments set parent_id = null where tenant_id = $1', [shop.tenantId]);
    expect([await found('team'), await found('department')]).toEqual([[], []]);
  });
});

describe('an answer that is given again', () => {
  it('is given to nobody who is held to other records than who got it', async () => {
    const shop = await newShop();
    const [me, other] = [await newMember(shop), await newMember(shop)];
    const key = uuidv7();
    const input = invoiceOf(shop, '3');
    const own = (userId: string) => ({ key, actor: someoneWith(userId, { permission: '*', scope: 'own' }) });
    const issued = await shop.run(issueInvoice, input, own(me));
    expect(await shop.run(issueInvoice, input, own(me))).toEqual(issued);
    await expect(shop.run(issueInvoice, input, own(other))).rejects.toMatchObject(refused('idempotency_key_reused'));
  });
});
