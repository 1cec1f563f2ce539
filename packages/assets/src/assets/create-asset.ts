import { companyOf } from '@atlas/accounting';
import { businessDate, moneyOf, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { categoryOf } from '../categories/categories.repository.ts';
import { createAsset as route } from '../contract/assets.ts';
import { checkTerms } from '../domain/check-terms.ts';
import { type AssetRow, insertAsset } from './assets.repository.ts';
import { fiscalYearStartsIn } from './plan.repository.ts';
import { termsOf, viewAsset } from './view-asset.ts';

export const createAsset = command(route, async (tx, input) => {
  const [company, category, startsIn] = await Promise.all([
    companyOf(tx),
    categoryOf(tx, input.categoryId),
    fiscalYearStartsIn(tx),
  ]);
  const currency = company.baseCurrency;
  const openingMinor = moneyOf(input.opening, currency).minor;
  const method = input.method ?? category.method;
  const row: AssetRow = {
    ...category,
    id: uuidv7(),
    code: input.code,
    name: input.name,
    categoryId: category.id,
    categoryName: category.name,
    status: 'draft',
    currency,
    costMinor: moneyOf(input.cost, currency).minor,
    accumulatedMinor: openingMinor,
    salvageMinor: moneyOf(input.salvage, currency).minor,
    openingMinor,
    openingPeriods: input.openingPeriods,
    method,
    periods: input.periods ?? category.periods,
    monthsPerPeriod: input.monthsPerPeriod ?? category.monthsPerPeriod,
    proRata: input.proRata ?? category.proRata,
    yearlyRate: input.yearlyRate === undefined && method === category.method ? category.yearlyRate : (input.yearlyRate ?? null),
    fiscalYearStartsIn: startsIn,
    availableOn: businessDate(input.availableOn),
    firstPeriodEndsOn: businessDate(input.firstPeriodEndsOn),
    enteredOn: null,
    disposedOn: null,
    version: 1,
  };
  checkTerms(termsOf(row));
  await insertAsset(tx, row);
  return viewAsset(tx, row.id);
});
