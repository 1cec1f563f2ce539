import { documentTerms, knownOn } from '@atlas/accounting/contract';
import { reportSpec, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { ledger } from './payments.ts';

const { currencyCode, date, id, money } = schemas;

const knownItems = knownOn.meta({
  description: 'Leave out what was posted, allocated or taken back after this day (its end in UTC) or instant',
});

export const ageingBuckets = ['not_due', '1_30', '31_60', '61_90', 'over_90'] as const;

const row = z.object({
  partyId: id.nullable(),
  partyCode: z.string().nullable(),
  partyName: z.string().nullable(),
  currency: currencyCode,
  buckets: z
    .array(money)
    .meta({ description: 'As `buckets` names them; what is not settled on the other side is in them, negative' }),
  total: money,
  value: money.meta({ description: 'The total in the books' }),
  itemCount: z.int(),
});

export const readAgeing = route({
  name: 'payments.report.ageing',
  method: 'GET',
  path: '/reports/ageing',
  summary: 'What was open on a day with each party, by days overdue then, in each currency; ties to the control account',
  input: z.object({ ledger: ledger.default('receivable'), asOf: date, knownOn: knownItems, ...documentTerms }),
  output: z.object({
    asOf: date,
    ledger,
    buckets: z.array(z.enum(ageingBuckets)),
    rows: z.array(row),
    sums: z
      .array(z.object({ bucket: z.enum(ageingBuckets), value: money, itemCount: z.int() }))
      .meta({ description: 'Each bucket in the books, over all parties and currencies' }),
    value: money.meta({ description: 'All of it in the books' }),
    balance: money.nullable().meta({
      description: 'Balance of the control account on the day; null where only the items of some documents count',
    }),
  }),
  errors: ['not_found', 'accounting.not_set_up', 'accounting.no_account_for_role'],
});

export const ageingFile = reportSpec({ name: 'ageing', permission: readAgeing.name, terms: readAgeing.input, errors: [] });

export const readPartyStatement = route({
  name: 'payments.report.party_statement',
  method: 'GET',
  path: '/reports/party-statement',
  summary: 'Statement of account: what was owed, what came since, what is owed; of all documents, or of some',
  input: z.object({
    ...{ ledger: ledger.default('receivable'), partyId: id, from: date, to: date },
    knownOn: knownItems,
    ...documentTerms,
  }),
  output: z.object({
    partyId: id,
    partyName: z.string(),
    from: date,
    to: date,
    currencies: z.array(
      z.object({
        currency: currencyCode,
        opening: money,
        lines: z.array(
          z.object({
            date,
            dueOn: date,
            sourceKind: z.string(),
            sourceId: id.nullable(),
            documentNumber: z.string(),
            amount: money,
            open: money.meta({ description: 'At the end of the statement' }),
            balance: money,
          }),
        ),
        closing: money,
        overdue: money.meta({ description: 'Of the closing balance, what was due before the last day, whenever it came' }),
      }),
    ),
  }),
  errors: ['not_found', 'invalid_period'],
});

export const partyStatementFile = reportSpec({
  name: 'party_statement',
  permission: readPartyStatement.name,
  terms: readPartyStatement.input,
  errors: ['invalid_period'],
});
