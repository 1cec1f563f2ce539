import type * as contract from '@atlas/accounting/contract';
import { uuidv7 } from '@atlas/kernel';
import { bytesOf } from '../../importing.ts';
import { operationNamed } from '../../operations.ts';
import type { Shop } from '../../shop.ts';
import { allowing } from '../../world.ts';
import { type Input, inShop, type Scenario } from '../scenario.ts';
import { costCentre } from './dimensions.ts';

const create = operationNamed<typeof contract.createJournalDraft>('accounting.journal_draft.create');
const submit = operationNamed<typeof contract.submitJournalDraft>('accounting.journal_draft.submit');
const createTemplate = operationNamed<typeof contract.createJournalTemplate>('accounting.journal_template.create');
const createSchedule = operationNamed<typeof contract.createJournalSchedule>('accounting.journal_schedule.create');

async function dimensionsOf(shop: Shop): Promise<Input[]> {
  const { dimensionId, valueId } = await costCentre(shop);
  return [{ dimensionId, valueId }];
}

const attach = operationNamed<typeof contract.addJournalAttachment>('accounting.journal_attachment.add');

const lines = async (shop: Shop): Promise<Input[]> => [
  { accountId: shop.account('6020'), partyId: shop.customerId, debit: '1200.50', dimensions: await dimensionsOf(shop) },
  { accountId: shop.account('1020'), partyId: shop.customerId, credit: '1200.50' },
];
/** An accrual that no fiscal year covers the end of. */
const written = async (shop: Shop): Promise<Input> => ({
  date: '2026-03-10',
  description: 'Rent of March',
  reverseOn: '2031-04-01',
  lines: await lines(shop),
});

/** A draft that somebody else wrote: nobody approves their own. */
async function drafted(shop: Shop): Promise<{ id: string; version: number }> {
  const { id, version } = await shop.run(create, await written(shop), { actor: allowing('accounting.journal_draft.create') });
  return { id, version };
}

async function submitted(shop: Shop): Promise<{ id: string; version: number }> {
  const { id, version } = await shop.run(submit, await drafted(shop));
  return { id, version };
}

const template = async (shop: Shop): Promise<Input> => ({
  name: `Rent ${uuidv7()}`,
  description: 'Rent',
  lines: [
    {
      kind: 'share',
      side: 'debit',
      accountId: shop.account('6020'),
      partyId: shop.customerId,
      share: '1',
      dimensions: await dimensionsOf(shop),
    },
    { kind: 'blank', side: 'credit', accountId: shop.account('1020') },
  ],
});
const templated = async (shop: Shop): Promise<string> => (await shop.run(createTemplate, await template(shop))).id;

const schedule = async (shop: Shop): Promise<Input> => ({
  description: 'Rent',
  lines: await lines(shop),
  everyCount: 3,
  everyUnit: 'month_end',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  does: 'draft',
});
const scheduled = async (shop: Shop): Promise<Input> => ({ id: (await shop.run(createSchedule, await schedule(shop))).id });

const content = bytesOf('%PDF-1.7\nA receipt\n');

async function attached(shop: Shop): Promise<Input> {
  const { id } = await drafted(shop);
  const { id: attachmentId } = await shop.run(attach, { id, name: 'receipt.pdf', content });
  return { id, attachmentId };
}

/** Journals before they are posted. */
export const journals: Record<string, Scenario> = {
  'accounting.journal_draft.create': inShop(written),
  'accounting.journal_draft.update': inShop(async (shop) => ({
    ...(await written(shop)),
    ...(await drafted(shop)),
    description: 'Rent of April',
  })),
  'accounting.journal_draft.delete': inShop(async (shop) => ({ id: (await drafted(shop)).id })),
  'accounting.journal_draft.post': inShop(drafted),
  'accounting.journal_draft.submit': inShop(drafted),
  'accounting.journal_draft.approve': inShop(async (shop) => ({ ...(await submitted(shop)), comment: 'Seen' })),
  'accounting.journal_draft.reject': inShop(async (shop) => ({ ...(await submitted(shop)), comment: 'Too much' })),
  'accounting.journal_draft.get': inShop(async (shop) => ({ id: (await drafted(shop)).id })),
  'accounting.journal_draft.list': inShop(async (shop) => {
    await submitted(shop);
    return { status: 'awaiting_approval', waitsForMe: 'true', limit: 10 };
  }),
  'accounting.journal_template.create': inShop(template),
  'accounting.journal_template.update': inShop(async (shop) => ({
    ...(await template(shop)),
    id: await templated(shop),
    version: 1,
  })),
  'accounting.journal_template.delete': inShop(async (shop) => ({ id: await templated(shop) })),
  'accounting.journal_template.list': inShop(async (shop) => {
    await templated(shop);
    return { limit: 10 };
  }),
  'accounting.journal_template.use': inShop(async (shop) => ({
    id: await templated(shop),
    date: '2026-03-10',
    description: 'Rent of March',
    amount: '300.00',
    blanks: { 2: '300.00' },
  })),
  'accounting.journal_schedule.create': inShop(schedule),
  'accounting.journal_schedule.stop': inShop(scheduled),
  'accounting.journal_schedule.get': inShop(scheduled),
  'accounting.journal_schedule.list': inShop(async (shop) => {
    await scheduled(shop);
    return { limit: 10 };
  }),
  'accounting.journal_attachment.add': inShop(async (shop) => ({ id: (await drafted(shop)).id, name: 'receipt.pdf', content })),
  'accounting.journal_attachment.list': inShop(async (shop) => ({ id: (await attached(shop)).id })),
  'accounting.journal_attachment.get': inShop(attached),
  'accounting.journal_attachment.remove': inShop(attached),
  'accounting.journal_setting.get': inShop(() => ({})),
  'accounting.journal_setting.update': inShop(() => ({ approvalAbove: '10000.00', version: 1 })),
};
