import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { lossTerms } from './schedule.ts';

const { id, line, share, version } = schemas;

const accounts = {
  assetAccountId: id,
  accumulatedAccountId: id,
  expenseAccountId: id,
  gainAccountId: id,
  lossAccountId: id,
};

export const assetCategory = z
  .object({ id, code: line(20), name: line(120), ...accounts, ...lossTerms, version })
  .meta({ id: 'AssetCategory' });

export const createAssetCategory = route({
  name: 'assets.category.create',
  method: 'POST',
  path: '/asset-categories',
  summary: 'Add a kind of assets: its accounts, and how it is written off',
  input: z.object({
    code: line(20),
    name: line(120),
    ...accounts,
    ...lossTerms,
    proRata: lossTerms.proRata.default('days'),
    yearlyRate: share.nullable().default(null),
  }),
  output: assetCategory,
  errors: [
    'duplicate',
    'accounting.unknown_account',
    'accounting.account_takes_no_postings',
    'accounting.control_account',
    'assets.invalid_terms',
  ],
  status: 201,
});

export const listAssetCategories = route({
  name: 'assets.category.list',
  method: 'GET',
  path: '/asset-categories',
  summary: 'List the kinds of assets',
  input: pageInput,
  output: page(assetCategory),
  errors: ['invalid_cursor'],
});
