import { documentTerms, knownOn } from '@atlas/accounting/contract';
import { page, pageInput, reportSpec, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { taxOperations } from './taxes.ts';

const { currencyCode, date, id, money } = schemas;

export const taxDirection = z.enum(['sale', 'purchase']);

const period = { from: date, to: date };
const paging = { limit: true, cursor: true } as const;
const source = {
  sourceKind: z.string(),
  sourceId: id.nullable(),
  entryId: id,
  number: z.string(),
  description: z.string(),
  date,
};

export const taxReport = z
  .object({
    ...period,
    currency: currencyCode,
    rows: z.array(
      z.object({
        taxId: id,
        code: z.string(),
        name: z.string(),
        operation: z.enum(taxOperations),
        direction: taxDirection,
        base: money,
        amount: money,
        documentCount: z.int(),
      }),
    ),
    accounts: z.array(
      z.object({
        accountId: id,
        code: z.string(),
        name: z.string(),
        documents: money.meta({ description: 'What documents say that their taxes posted: credits less debits' }),
        ledger: money.meta({ description: 'What the account moved by: credits less debits' }),
        difference: money.meta({ description: 'What was posted there and is no tax of a document' }),
      }),
    ),
    owed: money.meta({ description: 'What the ledger says is owed to the state for the period; negative: to be got back' }),
  })
  .meta({ id: 'TaxReport' });

export const readTaxReport = route({
  name: 'tax.report.read',
  method: 'GET',
  path: '/reports/taxes',
  summary: 'What each tax came to in a period, beside what the ledger says',
  input: z.object({ ...period, knownOn, ...documentTerms }),
  output: taxReport,
  errors: ['not_found', 'invalid_period', 'accounting.not_set_up'],
});

export const taxReportFile = reportSpec({
  name: 'taxes',
  permission: readTaxReport.name,
  terms: readTaxReport.input,
  errors: ['invalid_period'],
});

export const listTaxedDocuments = route({
  name: 'tax.report.documents',
  method: 'GET',
  path: '/reports/taxes/documents',
  summary: 'The documents that a tax came to something on in a period',
  input: pageInput.extend({ ...period, taxId: id, direction: taxDirection, knownOn, ...documentTerms }),
  output: page(z.object({ ...source, base: money, amount: money })),
  errors: ['not_found', 'invalid_cursor', 'invalid_period', 'accounting.not_set_up'],
});

export const taxDocumentsFile = reportSpec({
  name: 'tax_documents',
  permission: listTaxedDocuments.name,
  terms: listTaxedDocuments.input.omit(paging),
  errors: ['invalid_period'],
});

export const listTaxDifferences = route({
  name: 'tax.report.differences',
  method: 'GET',
  path: '/reports/taxes/differences',
  summary: 'The entries that posted something else to an account of taxes than documents say',
  input: pageInput.extend({ ...period, accountId: id, knownOn, ...documentTerms }),
  output: page(z.object({ ...source, documents: money, ledger: money, difference: money })),
  errors: ['not_found', 'invalid_cursor', 'invalid_period', 'accounting.not_set_up'],
});

export const taxDifferencesFile = reportSpec({
  name: 'tax_differences',
  permission: listTaxDifferences.name,
  terms: listTaxDifferences.input.omit(paging),
  errors: ['invalid_period'],
});
