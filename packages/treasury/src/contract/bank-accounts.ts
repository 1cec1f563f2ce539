import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { csvMapping } from './csv-mappings.ts';

const { id, instant, line, version } = schemas;

const accountFields = {
  name: line(120),
  number: line(40).meta({ description: 'IBAN, or the number as the bank writes it: unique in the workspace for a currency' }),
  otherNumbers: z.array(line(40)).max(10).meta({ description: 'What files call the account besides' }),
  currency: schemas.currencyCode,
  ledgerAccountId: id.meta({ description: 'The account of the chart that it stands for: no other bank account has it' }),
  csvMapping: csvMapping.nullable(),
};

const lastBalance = {
  balance: schemas.money.nullable().meta({ description: 'What the newest statement closes with' }),
  balanceOn: schemas.date.nullable(),
};

export const bankAccount = z
  .object({ id, ...accountFields, isIban: z.boolean(), archivedAt: instant.nullable(), ...lastBalance, version })
  .meta({ id: 'BankAccount' });

export const bankAccountSummary = bankAccount
  .omit({ csvMapping: true, otherNumbers: true })
  .extend({ ledgerAccount: z.string().meta({ description: 'Code and name' }) })
  .meta({ id: 'BankAccountSummary' });

const accountErrors = [
  'duplicate',
  'treasury.invalid_iban',
  'treasury.unknown_ledger_account',
  'treasury.invalid_mapping',
] as const;

export const createBankAccount = route({
  name: 'treasury.bank_account.create',
  method: 'POST',
  path: '/bank-accounts',
  summary: 'Create a bank account',
  input: z.object({
    ...accountFields,
    otherNumbers: accountFields.otherNumbers.default([]),
    csvMapping: accountFields.csvMapping.default(null),
  }),
  output: bankAccount,
  errors: [...accountErrors],
  status: 201,
});

export const updateBankAccount = route({
  name: 'treasury.bank_account.update',
  method: 'PATCH',
  path: '/bank-accounts/{id}',
  summary: 'Change a bank account; what is left out stays',
  input: z.object({ id, version, archived: z.boolean().optional(), ...z.object(accountFields).partial().shape }),
  output: bankAccount,
  errors: ['not_found', 'version_conflict', 'treasury.currency_in_use', ...accountErrors],
});

export const getBankAccount = route({
  name: 'treasury.bank_account.get',
  method: 'GET',
  path: '/bank-accounts/{id}',
  summary: 'Read a bank account',
  input: z.object({ id }),
  output: bankAccount,
  errors: ['not_found'],
});

export const listBankAccounts = route({
  name: 'treasury.bank_account.list',
  method: 'GET',
  path: '/bank-accounts',
  summary: 'List bank accounts',
  input: pageInput.extend({
    q: line(100).optional(),
    archived: schemas.queryFlag.optional(),
    sort: z.enum(['name', '-name']).default('name'),
  }),
  output: page(bankAccountSummary),
  errors: ['invalid_cursor'],
});

export const readBankBalances = route({
  name: 'treasury.bank_account.balances',
  method: 'GET',
  path: '/bank-accounts/{id}/balances',
  summary: 'Read the balance after each day with movements, as the bank says it',
  input: z.object({ id, from: schemas.date.optional(), to: schemas.date.optional() }),
  output: z.object({ items: z.array(z.object({ date: schemas.date, balance: schemas.money })) }).meta({ id: 'BankBalances' }),
  errors: ['not_found'],
});
