import { AtlasError, partsOf } from '@atlas/kernel';
import { periodEnd } from './spans.ts';
import type { AssetTerms } from './terms.ts';

const lastYear = 9000;

const refusal = (field: string, message: string): AtlasError =>
  new AtlasError('assets.invalid_terms', `${message[0]?.toUpperCase()}${message.slice(1)}.`, {
    errors: [{ pointer: `/${field}`, code: 'assets.invalid_terms', message }],
  });

/** How value is lost must be known before amounts are. @throws AtlasError `assets.invalid_terms` with the field */
export function checkMethod({ method, yearlyRate }: Pick<AssetTerms, 'method' | 'yearlyRate'>): void {
  if (yearlyRate !== null && yearlyRate.coefficient === 0n) throw refusal('yearlyRate', 'a rate is more than zero');
  if (yearlyRate !== null && method === 'straight_line') throw refusal('yearlyRate', 'straight line has no rate');
}

/** Terms that make a plan. @throws AtlasError `assets.invalid_terms` with the field */
export function checkTerms(terms: AssetTerms): void {
  checkMethod(terms);
  const { costMinor, salvageMinor, openingMinor, openingPeriods, periods, monthsPerPeriod } = terms;
  if (salvageMinor >= costMinor) throw refusal('salvage', 'the salvage value is less than the cost');
  if (openingMinor > costMinor - salvageMinor)
    throw refusal('opening', 'more was written off than the cost less the salvage value');
  if (openingPeriods >= periods) throw refusal('openingPeriods', 'no period is left to write off');
  if (terms.method === 'written_down_value' && terms.yearlyRate === null && salvageMinor === 0n)
    throw refusal('yearlyRate', 'without a salvage value the written-down value method needs a rate');
  const [year] = partsOf(terms.firstPeriodEndsOn);
  if (year + (periods * monthsPerPeriod) / 12 > lastYear) throw refusal('periods', 'the useful life ends in a far future');
  if (year * 12 < openingPeriods * monthsPerPeriod + 12)
    throw refusal('openingPeriods', 'the useful life began before all years');
  if (terms.firstPeriodEndsOn < terms.availableOn)
    throw refusal('firstPeriodEndsOn', 'the first period ends when the asset is in use');
  if (periodEnd(terms, -openingPeriods) < terms.availableOn)
    throw refusal('openingPeriods', 'so many periods have not passed since the asset is in use');
}
