import { query } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { findExchangeRate as route } from '../contract/currencies.ts';
import { checkForeign } from './check-foreign.ts';
import { ratesOn } from './rates-on.ts';

export const findExchangeRate = query(route, async (tx, { currency, on }) => {
  const [company, rates] = await Promise.all([companyOf(tx), ratesOn(tx, [{ currency, on }])]);
  checkForeign(currency, company.baseCurrency);
  return rates.rateOn(currency, on);
});
