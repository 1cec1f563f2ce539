import { AtlasError, type BusinessDate, decimal } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { type EffectiveRate, ratesOn } from '../currencies/rates-on.ts';
import { loadSettings } from '../currencies/settings.repository.ts';
import { groupsOf, type RevaluedGroup, revalue } from '../domain/revalue.ts';
import { accountPositions, itemPositions } from './positions.repository.ts';

export type RatedGroup = RevaluedGroup & { readonly rate: EffectiveRate };

/**
 * What money in foreign currencies is worth at the end of a day, by account, currency and what becomes of the difference.
 *
 * @throws AtlasError `accounting.no_rate`, `accounting.stale_rate`
 */
export async function revaluePositions(tx: TenantTx, on: BusinessDate, books: string, keep: boolean): Promise<RatedGroup[]> {
  const { revaluedAccountIds } = await loadSettings(tx);
  const [items, accounts] = await Promise.all([
    itemPositions(tx, on, books),
    accountPositions(tx, on, books, revaluedAccountIds),
  ]);
  const positions = [...items, ...accounts.filter(({ foreignMinor, baseMinor }) => foreignMinor !== 0n || baseMinor !== 0n)];
  const currencies = [...new Set(positions.map(({ currency }) => currency))];
  const { rateOn } = await ratesOn(
    tx,
    currencies.map((currency) => ({ currency, on })),
  );
  const rates = new Map(currencies.map((currency) => [currency, rateOn(currency, on)]));
  const rateOf = (currency: string): EffectiveRate => {
    const rate = rates.get(currency);
    if (!rate) throw new AtlasError('accounting.no_rate', `What is ${currency} worth on ${on}? Enter a rate first.`);
    return rate;
  };
  const quoted = (currency: string) => ({ quotation: rateOf(currency).quotation, rate: decimal(rateOf(currency).rate) });
  return groupsOf(revalue(positions, quoted, books, keep)).map((group) => ({ ...group, rate: rateOf(group.currency) }));
}
