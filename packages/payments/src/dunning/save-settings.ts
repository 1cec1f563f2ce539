import { companyOf } from '@atlas/accounting';
import { AtlasError, moneyOf } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { saveDunningSettings as route } from '../contract/dunning-settings.ts';
import type { Level } from '../domain/default-levels.ts';
import { wrongWithSteps } from '../domain/dunning-level.ts';
import { dunningLocales, unknownPlaceholder } from '../domain/dunning-text.ts';
import { levelWithoutAccount } from './fee-accounts.ts';
import { viewLevels } from './get-settings.ts';
import { loadLevels, saveLevels } from './levels.repository.ts';

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
  const before = viewLevels(await loadLevels(tx), baseCurrency);
  await saveLevels(tx, levels);
  const after = viewLevels(levels, baseCurrency);
  tx.record({ subjectId: tx.ctx.tenantId, before, after });
  return after;
});
