import { decimal, decimalText, subtract, uuidv7 } from '@atlas/kernel';
import { modules } from '@atlas/modules';
import type { Callable } from '@atlas/platform';
import { describe, expect, it } from 'vitest';
import { personWith } from '../actors.ts';
import { contentsOf } from '../laws/contents.ts';
import { scenarios } from '../laws/scenarios/index.ts';
import { issueInvoice, operationNamed } from '../operations.ts';
import { invoiceOf, newShop } from '../shop.ts';

const limited = modules
  .flatMap((module) => module.operations as readonly Callable[])
  .filter(({ route }) => route.amount !== undefined);

const refused = (limit: string, amount: string) => ({ code: 'amount_limit', details: { limit, amount } });
const upTo = (permission: string, maxAmount: string) => personWith({ permission, scope: 'all', maxAmount });

describe('a limit', () => {
  it('can be set on everything that posts', () => {
    expect(limited.map(({ route }) => route.name).sort()).toEqual([
      'accounting.journal.post',
      'accounting.journal.reverse',
      'accounting.journal_draft.approve',
      'accounting.journal_draft.post',
      'accounting.journal_schedule.create',
      'assets.asset.commission',
      'assets.asset.dispose',
      'assets.asset.revalue',
      'assets.deferral.create',
      'assets.run.reverse',
      'payments.dunning_run.confirm',
      'payments.payment.post',
      'payments.payment.reverse',
      'payments.reminder.reverse',
      'purchasing.bill.issue',
      'purchasing.bill.post',
      'purchasing.bill.void',
      'sales.invoice.issue',
      'sales.invoice.issue_batch',
      'sales.invoice.post',
      'sales.invoice.void',
      'treasury.match.apply',
      'treasury.match.undo',
    ]);
  });

  for (const operation of limited) {
    const { name } = operation.route;
    it(`of ${name} refuses the last cent above it, changing nothing, and takes what reaches it`, async () => {
      const scenario = scenarios[name];
      if (!scenario) throw new Error(`no scenario for ${name}`);
      const world = await scenario.open();
      const input = await scenario.input(world);
      const before = await contentsOf(world.tenantId);
      const asked = operation(world.ctx({ actor: upTo(name, '0') }), input);
      const { details } = await asked.then(
        () => expect.unreachable('nothing is worth nothing'),
        (error) => error,
      );
      expect(details).toMatchObject({ limit: '0' });
      const almost = decimalText(subtract(decimal(details.amount), decimal('0.01')));
      await expect(world.run(operation, input, { actor: upTo(name, almost) })).rejects.toMatchObject(
        refused(almost, details.amount),
      );
      expect(await contentsOf(world.tenantId)).toEqual(before);
      const largest = name.endsWith('batch') ? '999999' : details.amount;
      await world.run(operation, input, { actor: upTo(name, largest) });
    });
  }

  it('counts each document of a batch for itself, and one too many refuses all', async () => {
    const shop = await newShop();
    const issueInvoices = operationNamed('sales.invoice.issue_batch');
    const batch = (...quantities: string[]) => ({ invoices: quantities.map((quantity) => invoiceOf(shop, quantity)) });
    const actor = upTo('sales.*', '119');
    const before = await contentsOf(shop.tenantId);
    await expect(shop.run(issueInvoices, batch('1', '1', '2'), { actor })).rejects.toMatchObject(refused('119', '238'));
    expect(await contentsOf(shop.tenantId)).toEqual(before);
    await shop.run(issueInvoices, batch('1', '1', '1'), { actor });
  });

  it('holds credit notes by what they take back', async () => {
    const shop = await newShop();
    const note = { ...invoiceOf(shop, '2'), kind: 'credit_note' };
    const actor = upTo('sales.invoice.issue', '237.99');
    await expect(shop.run(issueInvoice, note, { actor })).rejects.toMatchObject(refused('237.99', '238'));
  });

  it('is the highest of several roles, and a refused key is free for who may', async () => {
    const shop = await newShop();
    const key = uuidv7();
    const grant = { permission: 'sales.invoice.issue', scope: 'all', maxAmount: '100' } as const;
    await expect(shop.run(issueInvoice, invoiceOf(shop, '2'), { key, actor: personWith(grant) })).rejects.toMatchObject({
      code: 'amount_limit',
    });
    const both = personWith(grant, { ...grant, permission: 'sales.*', maxAmount: '238' });
    expect(await shop.run(issueInvoice, invoiceOf(shop, '2'), { key, actor: both })).toMatchObject({
      gross: { amount: '238.00' },
    });
  });
});
