import { route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { amount, money, version } = schemas;

export const journalSetting = z
  .object({
    approvalAbove: money.nullable().meta({ description: 'Journals above it need somebody else’s approval; null: none does' }),
    version,
  })
  .meta({ id: 'JournalSetting' });

export const getJournalSetting = route({
  name: 'accounting.journal_setting.get',
  method: 'GET',
  path: '/journal-settings',
  summary: 'Read what holds for journals of this workspace',
  input: z.object({}),
  output: journalSetting,
  errors: ['accounting.not_set_up'],
});

export const updateJournalSetting = route({
  name: 'accounting.journal_setting.update',
  method: 'PUT',
  path: '/journal-settings',
  summary: 'Say above which amount a journal needs somebody else’s approval',
  input: z.object({ approvalAbove: amount.refine((text) => !text.startsWith('-'), 'must not be negative').nullable(), version }),
  output: journalSetting,
  errors: ['version_conflict', 'accounting.not_set_up', 'too_many_decimals'],
});
