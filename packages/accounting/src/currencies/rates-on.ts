import { AtlasError, type BusinessDate } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { effectiveRate } from '../contract/currencies.ts';
import { ageOf } from '../domain/exchange-rate.ts';
import { latestRates, type Wanted } from './rates.repository.ts';
import { type CurrencySettings, loadSettings, unsaid } from './settings.repository.ts';

export type EffectiveRate = z.output<typeof effectiveRate>;

/** Rates of some days, loaded once for a batch of documents. */
export type Rates = {
  /** @throws AtlasError `accounting.no_rate`, and `accounting.stale_rate` where the workspace refuses those */
  rateOn(currency: string, on: BusinessDate): EffectiveRate;
};

const place = (currency: string, on: BusinessDate): string => `${currency} ${on}`;

function refuseStale({ currency, validOn }: EffectiveRate, on: BusinessDate, { staleAfterDays }: CurrencySettings): never {
  const message = `The rate of ${currency} for ${on} is of ${validOn}: older than ${staleAfterDays} days. Enter a newer one.`;
  throw new AtlasError('accounting.stale_rate', message, { currency, on, validOn });
}

/** The rates of currencies on days: two statements sent together, however many there are; none where none are wanted. */
export async function ratesOn(tx: TenantTx, wanted: readonly Wanted[]): Promise<Rates> {
  const [settings, rows] = wanted.length > 0 ? await Promise.all([loadSettings(tx), latestRates(tx, wanted)]) : [unsaid, []];
  const known = new Map(
    rows.map(({ on, ...row }) => {
      const ageDays = ageOf(row.validOn, on);
      return [place(row.currency, on), { ...row, ageDays, stale: ageDays > settings.staleAfterDays }];
    }),
  );
  return {
    rateOn: (currency, on) => {
      const rate = known.get(place(currency, on));
      if (!rate)
        throw new AtlasError('accounting.no_rate', `What is ${currency} worth on ${on}? Enter a rate first.`, { currency, on });
      if (rate.stale && settings.stale === 'refuse') refuseStale(rate, on, settings);
      return rate;
    },
  };
}
