import { moneyJson } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { previewRevaluation as route } from '../contract/revaluation.ts';
import { accountNames } from './revaluations.repository.ts';
import { revaluePositions } from './revalue-positions.ts';

export const previewRevaluation = query(route, async (tx, { date, reversal }) => {
  const { baseCurrency: books } = await companyOf(tx);
  const groups = await revaluePositions(tx, date, books, reversal === 'kept');
  const accounts = await accountNames(tx, [...new Set(groups.map(({ accountId }) => accountId))]);
  const rows = groups.map(({ accountId, currency, kept, rate, ...group }) => ({
    accountId,
    accountCode: accounts.get(accountId)?.code ?? '',
    accountName: accounts.get(accountId)?.name ?? '',
    currency,
    quotation: rate.quotation,
    rate: rate.rate,
    rateOn: rate.validOn,
    stale: rate.stale,
    positionCount: group.positions.length,
    foreign: moneyJson(group.foreignMinor, currency),
    before: moneyJson(group.beforeMinor, books),
    after: moneyJson(group.afterMinor, books),
    difference: moneyJson(group.differenceMinor, books),
    kept,
  }));
  const difference = groups.reduce((sum, { differenceMinor }) => sum + differenceMinor, 0n);
  return { rows, difference: moneyJson(difference, books) };
});
