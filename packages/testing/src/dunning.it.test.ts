import type * as accounting from '@atlas/accounting/contract';
import type * as payments from '@atlas/payments/contract';
import { openDatabase } from '@atlas/platform';
import { describe, expect, it } from 'vitest';
import { asAdministrator, testDatabase } from './database.ts';
import { doBackgroundWork } from './deliver.ts';
import { confirm, getRun, nobody, owed, propose, refused, remindersOf, runOn, withFees } from './dunning.ts';
import { violations } from './invariants.ts';
import { createParty, operationNamed } from './operations.ts';
import { newShop } from './shop.ts';

const saveParty = operationNamed<typeof payments.saveDunningParty>('payments.dunning_party.save');
const hold = operationNamed<typeof payments.holdDunning>('payments.dunning_hold.save');
const release = operationNamed<typeof payments.releaseDunning>('payments.dunning_hold.release');
const listProposals = operationNamed<typeof payments.listDunningProposals>('payments.dunning_proposal.list');
const select = operationNamed<typeof payments.selectDunningItems>('payments.dunning_run.select');
const discard = operationNamed<typeof payments.discardDunningRun>('payments.dunning_run.discard');
const getReminder = operationNamed<typeof payments.getReminder>('payments.reminder.get');
const postPayment = operationNamed<typeof payments.postPayment>('payments.payment.post');
const listOpenItems = operationNamed<typeof payments.listOpenItems>('payments.open_item.list');
const getJournal = operationNamed<typeof accounting.getJournal>('accounting.journal.get');
const lockPeriod = operationNamed<typeof accounting.lockPeriod>('accounting.period.lock');
const listYears = operationNamed<typeof accounting.listFiscalYears>('accounting.fiscal_year.list');

describe('a dunning run', () => {
  it('proposes what is overdue, is reviewed, and reminds each level once', async () => {
    const shop = await newShop();
    await withFees(shop);
    // Due on 2026-03-31 and 2026-04-09.
    const [first, second] = [await owed(shop), await owed(shop, '2026-03-10')];
    await nobody(shop, '2026-04-06');
    const run = await shop.run(propose, { asOf: '2026-04-22' });
    expect(run).toMatchObject({ status: 'proposed', customerCount: 1, itemCount: 2, fees: { amount: '5.00' } });
    const [proposal] = (await shop.run(listProposals, { id: run.id })).items;
    expect(proposal).toMatchObject({ level: 2, fee: { amount: '5.00' }, hasAddress: false });
    expect(proposal?.items.map(({ level, daysOverdue, open }) => [level, daysOverdue, open.amount])).toEqual([
      [2, 22, '119.00'],
      [1, 13, '119.00'],
    ]);
    expect(proposal?.figures).toMatchObject([{ overdue: { amount: '238.00' }, total: { amount: '243.00' } }]);
    const reviewed = await shop.run(select, { id: run.id, version: run.version, selected: false, items: [first] });
    expect(reviewed).toMatchObject({ itemCount: 1, fees: { amount: '0.00' } });
    await expect(shop.run(confirm, { id: run.id, version: run.version })).rejects.toThrow(refused('version_conflict'));
    await shop.run(confirm, { id: run.id, version: reviewed.version });
    await expect(shop.run(discard, { id: run.id, version: reviewed.version + 1 })).rejects.toThrow(
      refused('payments.dunning_run_decided'),
    );
    await doBackgroundWork(shop);
    expect(await shop.run(getRun, { id: run.id })).toMatchObject({ status: 'completed', doneCount: 1, reminderCount: 1 });
    expect(await remindersOf(shop)).toMatchObject([{ number: 'REM-2026-00001', level: 1, mail: 'no_address' }]);
    // The one that was left out is due on its own; the other waits for its days.
    expect(await runOn(shop, '2026-04-22')).toMatchObject({ reminderCount: 1, itemCount: 1 });
    const [newest] = await remindersOf(shop);
    const detail = await shop.run(getReminder, { id: newest?.id });
    expect(detail).toMatchObject({ level: 2, levelName: 'Second reminder', items: [{ entryId: first.entryId, level: 2 }] });
    expect(detail.body).toContain('124.00 EUR are still open on 22 Apr 2026');
    await nobody(shop, '2026-04-22');
    expect((await runOn(shop, '2026-05-06')).itemCount).toBe(2);
    const levels = await asAdministrator<{ level: number }>(
      'select level from reminder_items where entry_id = $1 order by level',
      [second.entryId],
    );
    expect(levels.map(({ level }) => level)).toEqual([1, 2]);
    expect(await violations()).toEqual({});
  });

  it('charges a fee that is an open item of its own, can be paid, and is named afterwards', async () => {
    const shop = await newShop();
    await withFees(shop);
    await owed(shop);
    await runOn(shop, '2026-04-25');
    const [{ id } = { id: '' }] = await remindersOf(shop);
    const { entryId, number } = await shop.run(getReminder, { id });
    const { lines, date } = await shop.run(getJournal, { id: entryId });
    expect(lines.map(({ accountCode, debit, credit }) => [accountCode, debit?.amount, credit?.amount])).toEqual([
      ['1100', '5.00', undefined],
      ['4800', undefined, '5.00'],
    ]);
    expect(date).toBe('2026-04-25');
    const open = (await shop.run(listOpenItems, { partyId: shop.customerId })).items;
    expect(open).toMatchObject([{ sourceKind: 'sales.invoice' }, { sourceKind: 'payments.reminder', documentNumber: number }]);
    const later = await shop.run(propose, { asOf: '2026-05-20' });
    const [proposal] = (await shop.run(listProposals, { id: later.id })).items;
    expect(proposal?.items).toHaveLength(1);
    expect(proposal?.figures).toMatchObject([
      { fees: { amount: '5.00' }, fee: { amount: '10.00' }, total: { amount: '134.00' } },
    ]);
    await shop.run(discard, { id: later.id, version: later.version });
    await shop.run(postPayment, {
      ...{ direction: 'in', partyId: shop.customerId, date: '2026-04-26', accountId: shop.account('1020'), amount: '5' },
      items: [{ entryId, position: 1, amount: '5' }],
    });
    expect((await shop.run(listOpenItems, { partyId: shop.customerId })).items).toHaveLength(1);
    expect(await violations()).toEqual({});
  });

  it('leaves out what was settled, held or set off between the proposal and the reminder', async () => {
    const shop = await newShop();
    const [paid, held, free] = [await owed(shop), await owed(shop), await owed(shop)];
    const other = await shop.run(createParty, { code: 'C2', name: 'Customer Two' });
    await owed(shop, '2026-03-01', other.id);
    const run = await shop.run(propose, { asOf: '2026-04-10' });
    expect(run).toMatchObject({ customerCount: 2, itemCount: 4 });
    await shop.run(confirm, { id: run.id, version: run.version });
    const receipt = { direction: 'in', date: '2026-04-10', accountId: shop.account('1020'), amount: '119' } as const;
    await shop.run(postPayment, { ...receipt, partyId: shop.customerId, items: [{ ...paid, amount: '119' }] });
    await shop.run(hold, { entryId: held.entryId, reason: 'Arrived broken' });
    // Not allocated, and still nobody is reminded of what they have paid.
    await shop.run(postPayment, { ...receipt, partyId: other.id });
    await doBackgroundWork(shop);
    expect(await shop.run(getRun, { id: run.id })).toMatchObject({ status: 'completed', doneCount: 2, reminderCount: 1 });
    const [{ id } = { id: '' }] = await remindersOf(shop);
    expect((await shop.run(getReminder, { id })).items.map(({ entryId }) => entryId)).toEqual([free.entryId]);
    const outcomes = (await shop.run(listProposals, { id: run.id })).items.map(({ partyName, outcome }) => [partyName, outcome]);
    expect(outcomes).toEqual([
      ['Customer One', 'reminded'],
      ['Customer Two', 'left_out'],
    ]);
  });

  it('never names excluded customers, and holds end with their last day or when they are released', async () => {
    const shop = await newShop();
    const { entryId } = await owed(shop);
    await expect(shop.run(saveParty, { partyId: shop.customerId, excluded: true })).rejects.toThrow(
      refused('payments.reason_needed'),
    );
    await shop.run(saveParty, { partyId: shop.customerId, excluded: true, reason: 'The owner calls' });
    await nobody(shop, '2026-04-10');
    await shop.run(saveParty, { partyId: shop.customerId, excluded: false, locale: 'de' });
    await shop.run(hold, { entryId, reason: 'Promised for April', until: '2026-04-10' });
    await nobody(shop, '2026-04-10');
    await shop.run(propose, { asOf: '2026-04-11' });
    await shop.run(release, { entryId });
    await runOn(shop, '2026-04-10');
    const [{ id } = { id: '' }] = await remindersOf(shop);
    const reminder = await shop.run(getReminder, { id });
    expect(reminder).toMatchObject({ locale: 'de', subject: 'Zahlungserinnerung von Test Ltd' });
    expect(reminder.body).toContain('119,00 EUR waren fällig und bis 10.04.2026');
    await expect(shop.run(release, { entryId })).rejects.toThrow(refused('not_found'));
  });

  it('that two people confirm at once over the same items reminds of each once', async () => {
    const shop = await newShop();
    await withFees(shop);
    for (let index = 0; index < 5; index++)
      await owed(shop, '2026-03-01', (await shop.run(createParty, { code: `P${index}`, name: 'P' })).id);
    const runs = await Promise.all([1, 2, 3].map(() => shop.run(propose, { asOf: '2026-04-25' })));
    await Promise.all(runs.map(({ id, version }) => shop.run(confirm, { id, version })));
    await Promise.all([1, 2, 3].map(() => doBackgroundWork(shop, 1).catch(() => {})));
    await doBackgroundWork(shop);
    const ended = await Promise.all(runs.map(({ id }) => shop.run(getRun, { id })));
    expect(ended.map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
    expect(ended.reduce((sum, { reminderCount }) => sum + reminderCount, 0)).toBe(5);
    expect(await violations()).toEqual({});
  });

  it('goes on where it was killed, again and again: each customer is charged once', async () => {
    const shop = await newShop();
    await withFees(shop);
    const customers = 25;
    for (let index = 0; index < customers; index++)
      await owed(shop, '2026-03-01', (await shop.run(createParty, { code: `K${index}`, name: `K ${index}` })).id);
    const { id, version } = await shop.run(propose, { asOf: '2026-04-25' });
    await shop.run(confirm, { id, version });
    const url = new URL((await testDatabase()).urls.app);
    url.searchParams.set('application_name', `killed ${id}`);
    const victim = openDatabase({ url: url.toString(), poolSize: 2, preparedStatements: true });
    let kills = 0;
    for (let attempt = 0; attempt < 10; attempt++) {
      const work = doBackgroundWork(shop, 1, victim).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 15 * attempt));
      const killed = await asAdministrator<{ done: boolean }>(
        'select pg_terminate_backend(pid) as done from pg_stat_activity where application_name = $1',
        [`killed ${id}`],
      );
      kills += killed.length;
      await work;
    }
    await victim.close();
    await doBackgroundWork(shop);
    expect(kills).toBeGreaterThan(0);
    expect(await shop.run(getRun, { id })).toMatchObject({ status: 'completed', doneCount: customers, reminderCount: customers });
    const [posted] = await asAdministrator<{ entries: number; numbers: number }>(
      `select count(distinct entry_id)::integer as entries, max(right(number, 5))::integer as numbers from reminders where tenant_id = $1`,
      [shop.tenantId],
    );
    expect(posted).toEqual({ entries: customers, numbers: customers });
    expect(await violations()).toEqual({});
  });

  it('is refused for a locked period where it charges, and ends with the words of the books when one overtakes it', async () => {
    const shop = await newShop();
    await withFees(shop);
    await owed(shop);
    const { id, version } = await shop.run(propose, { asOf: '2026-04-25' });
    const late = await shop.run(propose, { asOf: '2026-04-25' });
    await shop.run(confirm, { id, version });
    const { items } = await shop.run(listYears, {});
    const april = items.flatMap(({ periods }) => periods).find(({ startsOn }) => startsOn === '2026-04-01');
    await shop.run(lockPeriod, { id: april?.id });
    await doBackgroundWork(shop);
    expect(await shop.run(getRun, { id })).toMatchObject({
      ...{ status: 'failed', error: 'The period of 2026-04-25 is locked.', reminderCount: 0 },
    });
    await expect(shop.run(confirm, { id: late.id, version: late.version })).rejects.toThrow(refused('accounting.period_closed'));
  });
});
