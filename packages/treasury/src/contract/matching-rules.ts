import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant, line, version } = schemas;
const amount = schemas.amount.nullable();

const fields = {
  name: line(100),
  position: z.int().min(0).max(10_000).meta({ description: 'Rules are tried from the lowest on; the first that fits counts' }),
  direction: z.enum(['in', 'out', 'both']),
  words: line(200).nullable().meta({ description: 'All of them stand in the text, a reference or the counterparty' }),
  counterpartyAccount: line(40).nullable(),
  minAmount: amount.meta({ description: 'Of the amount without its sign' }),
  maxAmount: amount,
  accountId: id.nullable().meta({ description: 'Where movements are posted; null: they settle open items' }),
  partyId: id.nullable(),
  isAutomatic: z.boolean().meta({
    description: 'Applied without a person; a rule without an account only where an open item is certain',
  }),
};

export const matchingRule = z
  .object({ id, bankAccountId: id, ...fields, account: z.string().nullable(), archivedAt: instant.nullable(), version })
  .meta({ id: 'BankMatchingRule' });

const ruleErrors = [
  'treasury.rule_too_wide',
  'accounting.unknown_account',
  'accounting.account_takes_no_postings',
  'accounting.control_account',
  'unknown_reference',
] as const;

export const createMatchingRule = route({
  name: 'treasury.matching_rule.create',
  method: 'POST',
  path: '/bank-accounts/{bankAccountId}/matching-rules',
  summary: 'Say what movements that look alike are',
  input: z.object({
    bankAccountId: id,
    ...fields,
    position: fields.position.default(100),
    direction: fields.direction.default('both'),
    words: fields.words.default(null),
    counterpartyAccount: fields.counterpartyAccount.default(null),
    minAmount: fields.minAmount.default(null),
    maxAmount: fields.maxAmount.default(null),
    accountId: fields.accountId.default(null),
    partyId: fields.partyId.default(null),
    isAutomatic: fields.isAutomatic.default(false),
  }),
  output: matchingRule,
  errors: ['not_found', ...ruleErrors],
  status: 201,
});

export const updateMatchingRule = route({
  name: 'treasury.matching_rule.update',
  method: 'PATCH',
  path: '/matching-rules/{id}',
  summary: 'Change a rule, or archive it; what is left out stays',
  input: z.object({ id, version, archived: z.boolean().optional(), ...z.object(fields).partial().shape }),
  output: matchingRule,
  errors: ['not_found', 'version_conflict', ...ruleErrors],
});

export const listMatchingRules = route({
  name: 'treasury.matching_rule.list',
  method: 'GET',
  path: '/bank-accounts/{bankAccountId}/matching-rules',
  summary: 'List the rules of an account that are not archived, in the order in which they are tried',
  input: pageInput.extend({ bankAccountId: id }),
  output: page(matchingRule),
  errors: ['not_found', 'invalid_cursor'],
});
