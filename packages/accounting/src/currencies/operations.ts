import { deleteExchangeRate } from './delete-exchange-rate.ts';
import { findExchangeRate } from './find-exchange-rate.ts';
import { getCurrencySettings } from './get-currency-settings.ts';
import { listExchangeRates } from './list-exchange-rates.ts';
import { saveCurrencySettings } from './save-currency-settings.ts';
import { saveExchangeRate } from './save-exchange-rate.ts';

/** What is done with exchange rates, and how they are used. */
export const currencyOperations = [
  saveExchangeRate,
  deleteExchangeRate,
  findExchangeRate,
  listExchangeRates,
  getCurrencySettings,
  saveCurrencySettings,
];
