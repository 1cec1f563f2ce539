import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant, line, version } = schemas;

export const accountTypes = ['asset', 'liability', 'equity', 'income', 'expense'] as const;
export const accountType = z.enum(accountTypes);

export const account = z
  .object({
    id,
    code: line(20),
    name: line(120),
    type: accountType,
    role: z.string().nullable().meta({ description: 'Where commands post by default, for example `receivable`' }),
    isGroup: z.boolean().meta({ description: 'A heading: takes no postings' }),
    parentId: id.nullable(),
    archivedAt: instant.nullable(),
    version,
  })
  .meta({ id: 'LedgerAccount' });

export const createAccount = route({
  name: 'accounting.account.create',
  method: 'POST',
  path: '/accounts',
  summary: 'Add an account to the chart',
  input: z.object({
    code: account.shape.code,
    name: account.shape.name,
    type: accountType,
    isGroup: z.boolean().default(false),
    parentId: id.nullable().default(null),
  }),
  output: account,
  errors: ['duplicate', 'accounting.unknown_account', 'accounting.not_a_group'],
  status: 201,
});

export const updateAccount = route({
  name: 'accounting.account.update',
  method: 'PATCH',
  path: '/accounts/{id}',
  summary: 'Rename or archive an account',
  input: z.object({ id, version, name: account.shape.name.optional(), archived: z.boolean().optional() }),
  output: account,
  errors: ['not_found', 'version_conflict', 'accounting.account_in_use'],
});

export const listAccounts = route({
  name: 'accounting.account.list',
  method: 'GET',
  path: '/accounts',
  summary: 'List the chart of accounts',
  input: pageInput.extend({ type: accountType.optional(), q: line(100).optional() }),
  output: page(account),
  errors: ['invalid_cursor'],
});
