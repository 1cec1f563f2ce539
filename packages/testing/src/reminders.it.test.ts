import type * as parties from '@atlas/parties/contract';
import type * as payments from '@atlas/payments/contract';
import { describe, expect, it } from 'vitest';
import { asAdministrator } from './database.ts';
import { doBackgroundWork } from './deliver.ts';
import { confirm, getSettings, owed, propose, refused, remindersOf, runOn, saveSettings, withFees } from './dunning.ts';
import { violations } from './invariants.ts';
import { createParty, operationNamed } from './operations.ts';
import { newShop } from './shop.ts';

const getReminder = operationNamed<typeof payments.getReminder>('payments.reminder.get');
const reverseReminder = operationNamed<typeof payments.reverseReminder>('payments.reminder.reverse');
const postPayment = operationNamed<typeof payments.postPayment>('payments.payment.post');
const listOpenItems = operationNamed<typeof payments.listOpenItems>('payments.open_item.list');
const updateParty = operationNamed<typeof parties.updateParty>('parties.party.update');

describe('a reminder', () => {
  it('is taken back with its fee, and its level is free again', async () => {
    const shop = await newShop();
    await withFees(shop);
    const item = await owed(shop);
    await runOn(shop, '2026-04-25');
    const [{ id } = { id: '' }] = await remindersOf(shop);
    await expect(shop.run(reverseReminder, { id, date: '2026-04-24', reason: 'Paid in cash' })).rejects.toThrow(
      refused('payments.reversed_too_early'),
    );
    const back = await shop.run(reverseReminder, { id, date: '2026-04-26', reason: 'Paid in cash' });
    expect(back).toMatchObject({ reversedOn: '2026-04-26', reversalReason: 'Paid in cash', reversalEntryId: expect.any(String) });
    expect((await shop.run(listOpenItems, { partyId: shop.customerId })).items).toMatchObject([item]);
    await expect(shop.run(reverseReminder, { id, date: '2026-04-26', reason: 'Twice' })).rejects.toThrow(
      refused('payments.reminder_reversed'),
    );
    expect(await runOn(shop, '2026-04-27')).toMatchObject({ reminderCount: 1 });
    expect((await remindersOf(shop)).map(({ level, reversedOn }) => [level, reversedOn])).toEqual([
      [2, null],
      [2, '2026-04-26'],
    ]);
    expect(await violations()).toEqual({});
  });

  it('whose fee was paid leaves the money to the customer’s credit', async () => {
    const shop = await newShop();
    await withFees(shop);
    await owed(shop);
    await runOn(shop, '2026-04-25');
    const [{ id } = { id: '' }] = await remindersOf(shop);
    const { entryId } = await shop.run(getReminder, { id });
    await shop.run(postPayment, {
      ...{ direction: 'in', partyId: shop.customerId, date: '2026-04-26', accountId: shop.account('1020'), amount: '5' },
      items: [{ entryId, position: 1, amount: '5' }],
    });
    await shop.run(reverseReminder, { id, date: '2026-04-27', reason: 'Goodwill' });
    const open = (await shop.run(listOpenItems, { partyId: shop.customerId })).items;
    expect(open.map(({ open: { amount } }) => amount).sort()).toEqual(['-5.00', '119.00']);
    expect(await violations()).toEqual({});
  });

  it('is kept by PostgreSQL as it was written, and no level is given twice', async () => {
    const shop = await newShop();
    await owed(shop);
    await runOn(shop, '2026-04-25');
    const [{ id } = { id: '' }] = await remindersOf(shop);
    for (const statement of [
      `update reminders set body = 'Something else' where id = $1`,
      'update reminders set fee_minor = 1 where id = $1',
      'delete from reminders where id = $1',
      'update reminder_items set level = 3 where reminder_id = $1',
      'delete from reminder_items where reminder_id = $1',
    ])
      await expect(asAdministrator(statement, [id]), statement).rejects.toMatchObject({ message: 'payments.reminder_reversed' });
    const again = `
      with copy as (
        insert into reminders select r.* from reminders as old, jsonb_populate_record(old, jsonb_build_object('id', gen_random_uuid(), 'number', 'X', 'party_id', $2::uuid)) as r
        where old.id = $1 returning *
      )
      insert into reminder_items select n.tenant_id, copy.id, n.entry_id, n.position, n.level, n.due_on, n.days_overdue, n.currency, n.open_minor
      from reminder_items as n, copy where n.reminder_id = $1`;
    const other = await shop.run(createParty, { code: 'C2', name: 'Customer Two' });
    await expect(asAdministrator(again, [id, other.id])).rejects.toMatchObject({ constraint: 'reminder_items_once' });
  });
});

describe('levels', () => {
  it('are saved as they follow one another, with words that can be filled in and accounts that take fees', async () => {
    const shop = await newShop();
    const { levels } = await shop.run(getSettings, {});
    expect(levels.map(({ daysOverdue }) => daysOverdue)).toEqual([7, 21, 35]);
    const [first, ...rest] = levels;
    const save = (changed: object) => shop.run(saveSettings, { levels: [{ ...first, ...changed }, ...rest] });
    await expect(save({ daysOverdue: 21 })).rejects.toThrow(refused('payments.invalid_dunning_levels'));
    await expect(save({ fee: '5' })).rejects.toThrow(refused('payments.unknown_fee_account'));
    await expect(save({ fee: '5', feeAccountId: shop.account('1100') })).rejects.toThrow(refused('payments.unknown_fee_account'));
    await expect(save({ fee: '5.001', feeAccountId: shop.account('4800') })).rejects.toThrow(refused('too_many_decimals'));
    const texts = { ...first?.texts, en: { subject: 'Pay {everything}', body: 'Now' } };
    await expect(save({ texts })).rejects.toMatchObject({ details: { errors: [{ pointer: '/levels/0/texts/en/subject' }] } });
    await shop.run(saveSettings, { levels: [{ ...first, name: 'Friendly', fee: '2.50', feeAccountId: shop.account('4800') }] });
    expect((await shop.run(getSettings, {})).levels).toMatchObject([{ name: 'Friendly', fee: '2.50' }]);
  });

  it('hold for a run as they were when it was proposed', async () => {
    const shop = await newShop();
    await withFees(shop);
    await owed(shop);
    const { id, version } = await shop.run(propose, { asOf: '2026-04-25' });
    const { levels } = await shop.run(getSettings, {});
    await shop.run(saveSettings, { levels: levels.map((level) => ({ ...level, fee: '99.00' })) });
    expect(await shop.run(confirm, { id, version })).toMatchObject({ fees: { amount: '5.00' } });
    await doBackgroundWork(shop);
    expect(await remindersOf(shop)).toMatchObject([{ fee: { amount: '5.00' } }]);
  });
});

it('a customer without an address, or a house without a vendor, is told by the reminder', async () => {
  const shop = await newShop();
  await shop.run(updateParty, { id: shop.customerId, version: 1, email: 'ada@customer.example' });
  await owed(shop);
  await runOn(shop, '2026-04-10');
  expect(await remindersOf(shop)).toMatchObject([{ mail: 'no_vendor' }]);
});
