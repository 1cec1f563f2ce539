import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant, line, version } = schemas;

export const accountTypes = ['asset', 'liability', 'equity', 'income', 'expense'] as const;
export const accountType = z.enum(accountTypes);

/** What an account can stand for, and the type of account that it takes. */
export const roleTypes = {
  cash: 'asset',
  bank: 'asset',
  receivable: 'asset',
  inventory: 'asset',
  input_tax: 'asset',
  payable: 'liability',
  output_tax: 'liability',
  retained_earnings: 'equity',
  opening: 'equity',
  sales: 'income',
  freight_income: 'income',
  exchange_gain: 'income',
  discount_received: 'income',
  cost_of_goods_sold: 'expense',
  freight_out: 'expense',
  salaries: 'expense',
  rent: 'expense',
  marketing: 'expense',
  exchange_loss: 'expense',
  discount_allowed: 'expense',
  write_off: 'expense',
  rounding: 'expense',
} as const satisfies Record<string, (typeof accountTypes)[number]>;

export type AccountRole = keyof typeof roleTypes;
export const accountRole = z.enum(Object.keys(roleTypes) as [AccountRole, ...AccountRole[]]);

/** What the movements of an account are in a cash flow. */
export const cashFlowClass = z.enum(['cash', 'non_cash', 'operating', 'investing', 'financing']);

export const account = z
  .object({
    id,
    code: line(20),
    name: line(120),
    type: accountType,
    role: accountRole.nullable().meta({ description: 'What it stands for: where commands post by default' }),
    isGroup: z.boolean().meta({ description: 'A heading: takes no postings' }),
    parentId: id.nullable(),
    cashFlow: cashFlowClass
      .nullable()
      .meta({ description: 'What its movements are in a cash flow; null takes that of the heading above' }),
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
    cashFlow: account.shape.cashFlow.default(null),
  }),
  output: account,
  errors: ['duplicate', 'accounting.unknown_account', 'accounting.not_a_group', 'accounting.no_such_cash_flow'],
  status: 201,
});

export const updateAccount = route({
  name: 'accounting.account.update',
  method: 'PATCH',
  path: '/accounts/{id}',
  summary: 'Rename or archive an account, or say what it stands for',
  input: z.object({
    id,
    version,
    name: account.shape.name.optional(),
    role: account.shape.role.optional(),
    cashFlow: account.shape.cashFlow.optional(),
    archived: z.boolean().optional(),
  }),
  output: account,
  errors: [
    'not_found',
    'version_conflict',
    'accounting.account_in_use',
    'accounting.role_taken',
    'accounting.role_of_another_type',
    'accounting.no_such_cash_flow',
  ],
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
