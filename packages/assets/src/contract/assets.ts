import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { assetAmount, assetTerms, lossTerms, scheduleRow } from './schedule.ts';

const { date, id, line, money, share, version } = schemas;

export const assetStatuses = ['draft', 'in_service', 'fully_depreciated', 'disposed'] as const;
const assetStatus = z.enum(assetStatuses);

export const assetSummary = z
  .object({
    id,
    code: line(30),
    name: line(200),
    categoryId: id,
    categoryName: z.string(),
    status: assetStatus,
    availableOn: date,
    cost: money,
    accumulated: money,
    net: money,
    version,
  })
  .meta({ id: 'AssetSummary' });

export const asset = assetSummary
  .extend({
    ...lossTerms,
    salvage: money,
    opening: money,
    openingPeriods: z.int(),
    firstPeriodEndsOn: date,
    disposedOn: date.nullable(),
    rows: z.array(scheduleRow),
  })
  .meta({ id: 'Asset' });

export const createAsset = route({
  name: 'assets.asset.create',
  method: 'POST',
  path: '/assets',
  summary: 'Draft an asset; what its category says counts unless it says otherwise',
  input: z.object({
    code: line(30),
    name: line(200),
    categoryId: id,
    ...assetTerms,
    method: lossTerms.method.optional(),
    periods: lossTerms.periods.optional(),
    monthsPerPeriod: lossTerms.monthsPerPeriod.optional(),
    proRata: lossTerms.proRata.optional(),
    yearlyRate: share.nullable().optional(),
  }),
  output: asset,
  errors: ['duplicate', 'accounting.not_set_up', 'assets.unknown_category', 'assets.invalid_terms', 'too_many_decimals'],
  status: 201,
});

const posting = ['accounting.no_period', 'accounting.period_closed', 'accounting.area_locked', 'accounting.unknown_account'];
const account = ['accounting.account_takes_no_postings', 'accounting.control_account'];

export const commissionAsset = route({
  name: 'assets.asset.commission',
  method: 'POST',
  path: '/assets/{id}/commission',
  summary: 'Put an asset in service: into the books, with its depreciation planned',
  input: z.object({
    id,
    date,
    creditAccountId: id.meta({ description: 'Where the cost comes from: a clearing account, the bank, opening balances' }),
  }),
  output: asset,
  errors: ['not_found', 'assets.wrong_state', 'assets.invalid_terms', ...posting, ...account],
  status: 200,
  amount: '/cost',
});

export const disposeAsset = route({
  name: 'assets.asset.dispose',
  method: 'POST',
  path: '/assets/{id}/dispose',
  summary: 'Sell or scrap an asset: depreciation up to the day, then its gain or loss',
  input: z.object({
    id,
    date,
    proceeds: assetAmount.default('0'),
    proceedsAccountId: id.nullable().default(null).meta({ description: 'Where the price of a sale is booked' }),
  }),
  output: asset,
  errors: ['not_found', 'too_many_decimals', 'assets.wrong_state', 'assets.later_postings', ...posting, ...account],
  status: 200,
  amount: '/cost',
});

export const revalueAsset = route({
  name: 'assets.asset.revalue',
  method: 'POST',
  path: '/assets/{id}/revalue',
  summary: 'Give an asset another value and plan the rest of its depreciation anew',
  input: z.object({
    id,
    date,
    value: assetAmount,
    accountId: id.meta({ description: 'Takes the difference: a surplus or an impairment' }),
  }),
  output: asset,
  errors: [
    'not_found',
    'too_many_decimals',
    'assets.wrong_state',
    'assets.depreciation_due',
    'assets.later_postings',
    'assets.below_salvage',
    ...posting,
    ...account,
  ],
  status: 200,
  amount: '/cost',
});

export const cancelAsset = route({
  name: 'assets.asset.cancel',
  method: 'DELETE',
  path: '/assets/{id}',
  summary: 'Cancel the draft of an asset',
  input: z.object({ id }),
  output: z.object({ id }),
  errors: ['not_found', 'assets.wrong_state'],
});

export const getAsset = route({
  name: 'assets.asset.get',
  method: 'GET',
  path: '/assets/{id}',
  summary: 'Read an asset with its schedule',
  input: z.object({ id }),
  output: asset,
  errors: ['not_found'],
});

export const listAssets = route({
  name: 'assets.asset.list',
  method: 'GET',
  path: '/assets',
  summary: 'List assets by code',
  input: pageInput.extend({ status: assetStatus.optional(), categoryId: id.optional(), q: line(100).optional() }),
  output: page(assetSummary),
  errors: ['invalid_cursor'],
});
