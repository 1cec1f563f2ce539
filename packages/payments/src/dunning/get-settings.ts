import { companyOf } from '@atlas/accounting';
import { moneyJson } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { getDunningSettings as route } from '../contract/dunning-settings.ts';
import type { Level } from '../domain/default-levels.ts';
import { loadLevels } from './levels.repository.ts';

/** Levels as they are shown, in the currency of the books. */
export const viewLevels = (levels: readonly Level[], currency: string) => ({
  levels: levels.map(({ feeMinor, ...level }) => ({ ...level, fee: moneyJson(feeMinor, currency).amount })),
});

export const getDunningSettings = query(route, async (tx) => {
  const [{ baseCurrency }, levels] = await Promise.all([companyOf(tx), loadLevels(tx)]);
  return viewLevels(levels, baseCurrency);
});
