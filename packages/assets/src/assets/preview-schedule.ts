import { companyOf } from '@atlas/accounting';
import { businessDate, decimal, moneyJson, moneyOf } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { previewSchedule as route } from '../contract/schedule.ts';
import { checkTerms } from '../domain/check-terms.ts';
import { scheduleOf } from '../domain/schedule.ts';
import type { AssetTerms } from '../domain/terms.ts';
import { fiscalYearStartsIn } from './plan.repository.ts';

export const previewSchedule = query(route, async (tx, input) => {
  const [{ baseCurrency: currency }, startsIn] = await Promise.all([companyOf(tx), fiscalYearStartsIn(tx)]);
  const terms: AssetTerms = {
    ...input,
    costMinor: moneyOf(input.cost, currency).minor,
    salvageMinor: moneyOf(input.salvage, currency).minor,
    openingMinor: moneyOf(input.opening, currency).minor,
    yearlyRate: input.yearlyRate === undefined ? null : decimal(input.yearlyRate),
    availableOn: businessDate(input.availableOn),
    firstPeriodEndsOn: businessDate(input.firstPeriodEndsOn),
    fiscalYearStartsIn: startsIn,
  };
  checkTerms(terms);
  return {
    rows: scheduleOf(terms).map(({ startsOn, endsOn, amountMinor, accumulatedMinor, netMinor }) => ({
      startsOn,
      endsOn,
      amount: moneyJson(amountMinor, currency),
      accumulated: moneyJson(accumulatedMinor, currency),
      net: moneyJson(netMinor, currency),
    })),
  };
});
