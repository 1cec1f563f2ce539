import { companyOf } from '@atlas/accounting';
import { AtlasError, type BusinessDate, moneyOf } from '@atlas/kernel';
import { command, wakeOn } from '@atlas/platform';
import { saveDunningSettings as route } from '../contract/dunning-settings.ts';
import { dunningDue } from '../contract/events.ts';
import type { Level } from '../domain/default-levels.ts';
import { wrongWithSteps } from '../domain/dunning-level.ts';
import { dunningDayFrom } from '../domain/dunning-schedule.ts';
import { dunningLocales, unknownPlaceholder } from '../domain/dunning-text.ts';
import { levelWithoutAccount } from './fee-accounts.ts';
import { viewSettings } from './get-settings.ts';
import { loadLevels, saveLevels } from './levels.repository.ts';
import { loadSchedule, type ScheduleRow, saveSchedule } from './schedule.repository.ts';

const refusal = (code: string, pointer: string, message: string): AtlasError =>
  new AtlasError(code, message, { errors: [{ pointer, code, message }] });

function checkTexts({ texts }: Level, index: number): void {
  for (const locale of dunningLocales) {
    for (const part of ['subject', 'body'] as const) {
      const name = unknownPlaceholder(texts[locale][part]);
      const pointer = `/levels/${index}/texts/${locale}/${part}`;
      if (name !== null) throw refusal('payments.unknown_placeholder', pointer, `{${name}} is not filled in.`);
    }
  }
}

/** A schedule as it is wanted from a day on. One that keeps its rhythm keeps its next day: none comes twice for being saved again. */
function changedSchedule(before: ScheduleRow, wanted: Omit<ScheduleRow, 'nextOn' | 'failure'>, today: BusinessDate): ScheduleRow {
  const { every, day, minimumLevel, sends } = wanted;
  const isSame = before.every === every && before.day === day;
  const nextOn = isSame ? before.nextOn : dunningDayFrom(wanted, today);
  return { every, day, minimumLevel, sends, nextOn, failure: isSame ? before.failure : null };
}

export const saveDunningSettings = command(route, async (tx, input) => {
  const { baseCurrency } = await companyOf(tx);
  const levels = input.levels.map(({ fee, ...level }): Level => ({ ...level, feeMinor: moneyOf(fee, baseCurrency).minor }));
  const wrong = wrongWithSteps(levels);
  if (wrong) throw refusal('payments.invalid_dunning_levels', `/levels/${wrong.index}/daysOverdue`, wrong.message);
  levels.forEach(checkTexts);
  const without = await levelWithoutAccount(tx, levels);
  if (without !== -1) {
    const pointer = `/levels/${without}/feeAccountId`;
    throw refusal('payments.unknown_fee_account', pointer, 'Name an account of the chart that the fee is credited to.');
  }
  const schedule = await loadSchedule(tx, true);
  const before = viewSettings(await loadLevels(tx), schedule, baseCurrency);
  const wanted = input.schedule ? changedSchedule(schedule, input.schedule, tx.ctx.today) : schedule;
  if (wanted.minimumLevel > levels.length && wanted.every !== 'off')
    throw refusal('payments.invalid_dunning_levels', '/schedule/minimumLevel', `There are ${levels.length} levels.`);
  await saveLevels(tx, levels);
  if (input.schedule) await saveSchedule(tx, wanted);
  if (wanted.nextOn !== null) wakeOn(tx, dunningDue, wanted.nextOn);
  const after = viewSettings(levels, wanted, baseCurrency);
  tx.record({ subjectId: tx.ctx.tenantId, before, after });
  return after;
});
