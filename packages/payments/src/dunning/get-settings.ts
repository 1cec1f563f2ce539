import { companyOf } from '@atlas/accounting';
import { moneyJson } from '@atlas/kernel';
import { query } from '@atlas/platform';
import { getDunningSettings as route } from '../contract/dunning-settings.ts';
import type { Level } from '../domain/default-levels.ts';
import { loadLevels } from './levels.repository.ts';
import { loadSchedule, type ScheduleRow } from './schedule.repository.ts';

/** Levels as they are shown, in the currency of the books, and when runs are proposed. */
export const viewSettings = (levels: readonly Level[], schedule: ScheduleRow, currency: string) => ({
  levels: levels.map(({ feeMinor, ...level }) => ({ ...level, fee: moneyJson(feeMinor, currency).amount })),
  schedule,
});

export const getDunningSettings = query(route, async (tx) => {
  const [{ baseCurrency }, levels, schedule] = await Promise.all([companyOf(tx), loadLevels(tx), loadSchedule(tx)]);
  return viewSettings(levels, schedule, baseCurrency);
});
