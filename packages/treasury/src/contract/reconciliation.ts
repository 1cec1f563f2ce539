import { route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { ledgerLineToMatch } from './suggestions.ts';

const { date, id, money } = schemas;

const movement = z.object({ id, bookedOn: date, text: z.string(), counterpartyName: z.string().nullable(), amount: money });

export const reconciliation = z
  .object({
    bankAccountId: id,
    asOf: date,
    ledgerAccountId: id,
    ledgerAccount: z.string().meta({ description: 'Code and name' }),
    ledgerBalance: money.meta({ description: 'Of the account in the ledger on that day' }),
    ledgerOnly: money.meta({ description: 'What the ledger has and the bank does not, together' }),
    ledgerOnlyCount: z.int(),
    ledgerOnlyLines: z.array(ledgerLineToMatch).meta({ description: 'The newest of them' }),
    bankOnly: money.meta({ description: 'What the bank has and the ledger does not, together' }),
    bankOnlyCount: z.int(),
    bankOnlyLines: z.array(movement).meta({ description: 'The newest of them' }),
    expected: money.meta({ description: 'Balance in the ledger, without what only the ledger has, with what only the bank has' }),
    statementBalance: money.nullable().meta({ description: 'What the bank says; null when it has said nothing by then' }),
    statementOn: date.nullable().meta({ description: 'Day of the statement that says so' }),
    difference: money.nullable().meta({ description: 'Of what the bank says and what is expected: nothing when all is well' }),
  })
  .meta({ id: 'BankReconciliation' });

export const readReconciliation = route({
  name: 'treasury.reconciliation.read',
  method: 'GET',
  path: '/bank-accounts/{id}/reconciliation',
  summary: 'Hold the balance in the ledger against what the bank says, on a day',
  input: z.object({ id, asOf: date }),
  output: reconciliation,
  errors: ['not_found'],
});
