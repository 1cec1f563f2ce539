'use client';
import { getTaxSettings, roundings, saveTaxSettings, ties } from '@atlas/tax/contract';
import { Card, Field, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand, useRead } from '@/lib/api.ts';
import { notify } from '@/lib/notify.ts';
import { useMay } from '../session/may.ts';

/** How taxes are rounded: by line or by document, and what half a cent becomes. */
export function RoundingCard() {
  const t = useTranslations('taxes');
  const may = useMay();
  const { data } = useRead(getTaxSettings, {});
  const command = useCommand(saveTaxSettings, ['tax.']);
  const saving = useAction({ told: true });
  if (!data) return null;
  const save = (change: Partial<typeof data>) =>
    void saving.run(async () => {
      await command.mutateAsync({ ...data, ...change });
      notify('success', t('roundingSaved'));
    });
  return (
    <Card className="grid gap-3 p-4 sm:grid-cols-2">
      <h2 className="font-semibold sm:col-span-2">{t('rounding')}</h2>
      <Field label={t('roundingBy')}>
        {(control) => (
          <Select
            {...control}
            value={data.rounding}
            disabled={!may(saveTaxSettings)}
            onChange={({ currentTarget: { value } }) =>
              save({ rounding: roundings.find((each) => each === value) ?? data.rounding })
            }
          >
            {roundings.map((each) => (
              <option key={each} value={each}>
                {t(`roundings.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('tie')}>
        {(control) => (
          <Select
            {...control}
            value={data.tie}
            disabled={!may(saveTaxSettings)}
            onChange={({ currentTarget: { value } }) => save({ tie: ties.find((each) => each === value) ?? data.tie })}
          >
            {ties.map((each) => (
              <option key={each} value={each}>
                {t(`ties.${each}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </Card>
  );
}
