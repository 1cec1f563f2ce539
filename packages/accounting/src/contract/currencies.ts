import { page, pageInput, route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { currencyCode, date, id, positiveDecimal } = schemas;

export const quotation = z.enum(['foreign_per_base', 'base_per_foreign']).meta({
  description:
    'foreign_per_base: units of the foreign currency for one of the books’, as central banks tell them; base_per_foreign: the other way',
});

const source = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,29}$/, 'lower case letters, digits and underscores')
  .meta({ description: 'Who says so: ecb, manual, or a name of your own' });

const rateFields = {
  currency: currencyCode,
  validOn: date.meta({ description: 'The day that it is of; it counts until the next one' }),
  source: source.default('manual'),
  quotation: quotation.default('foreign_per_base'),
  rate: positiveDecimal,
};

export const exchangeRate = z.object({ id, ...rateFields, source, quotation }).meta({ id: 'ExchangeRate' });

/** A rate as a document or a run uses it. */
export const effectiveRate = exchangeRate
  .extend({
    ageDays: z.int().meta({ description: 'Days from the day that it is of to the day asked for' }),
    stale: z.boolean().meta({ description: 'Older than the workspace takes without a word' }),
  })
  .meta({ id: 'EffectiveExchangeRate' });

export const saveExchangeRate = route({
  name: 'accounting.exchange_rate.save',
  method: 'PUT',
  path: '/exchange-rates',
  summary: 'Say what a currency is worth on a day; what the same source said of the day before is replaced',
  input: z.object(rateFields),
  output: exchangeRate,
  errors: ['accounting.not_set_up', 'accounting.own_currency'],
});

export const deleteExchangeRate = route({
  name: 'accounting.exchange_rate.delete',
  method: 'DELETE',
  path: '/exchange-rates/{id}',
  summary: 'Delete a rate; documents keep the rate that they were posted at',
  input: z.object({ id }),
  output: z.object({ id }),
  errors: ['not_found'],
});

export const listExchangeRates = route({
  name: 'accounting.exchange_rate.list',
  method: 'GET',
  path: '/exchange-rates',
  summary: 'List exchange rates',
  input: pageInput.extend({
    currency: currencyCode.optional(),
    source: source.optional(),
    from: date.optional(),
    to: date.optional(),
    sort: z.enum(['validOn', '-validOn', 'currency', '-currency']).default('-validOn'),
  }),
  output: page(exchangeRate),
  errors: ['invalid_cursor'],
});

export const findExchangeRate = route({
  name: 'accounting.exchange_rate.find',
  method: 'GET',
  path: '/exchange-rates/effective',
  summary: 'The rate of a day: the latest of that day or before it',
  input: z.object({ currency: currencyCode, on: date }),
  output: effectiveRate,
  errors: ['accounting.not_set_up', 'accounting.own_currency', 'accounting.no_rate'],
});

export const currencySettings = z
  .object({
    staleAfterDays: z.int().min(0).max(3660).meta({ description: 'Older rates are stale' }),
    stale: z.enum(['warn', 'refuse']).meta({ description: 'What becomes of a posting at a stale rate' }),
    preferredSource: source.nullable().meta({ description: 'Whose rate counts where several have one of the same day' }),
    revaluedAccountIds: z
      .array(id)
      .max(100)
      .meta({ description: 'Accounts of money in foreign currencies, revalued beside what is open: of banks, of loans' }),
  })
  .meta({ id: 'CurrencySettings' });

export const getCurrencySettings = route({
  name: 'accounting.currency_settings.get',
  method: 'GET',
  path: '/currency-settings',
  summary: 'Read how exchange rates are used',
  input: z.object({}),
  output: currencySettings,
  errors: [],
});

export const saveCurrencySettings = route({
  name: 'accounting.currency_settings.save',
  method: 'PUT',
  path: '/currency-settings',
  summary: 'Say how exchange rates are used, from the next posting on',
  input: currencySettings,
  output: currencySettings,
  errors: ['accounting.unknown_account', 'accounting.account_takes_no_postings'],
});
