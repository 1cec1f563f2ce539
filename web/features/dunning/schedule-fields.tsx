'use client';
import type { dunningSchedule, dunningSettings } from '@atlas/payments/contract';
import { Checkbox, Field, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useFormats } from '@/lib/format.tsx';

type Schedule = z.output<typeof dunningSchedule>;
type Settings = z.output<typeof dunningSettings>;

type Props = {
  schedule: Schedule;
  /** As it is kept: when it comes next, and why it did not come. */
  kept: Settings['schedule'];
  levelCount: number;
  error: (pointer: string) => string | undefined;
  onChange: (change: Partial<Schedule>) => void;
};

const rhythms = ['off', 'week', 'month'] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** When runs are proposed by themselves, for whom, and whether somebody reviews them. */
export function ScheduleFields({ schedule, kept, levelCount, error, onChange }: Props) {
  const t = useTranslations('dunning');
  const { date } = useFormats();
  const { every, day, minimumLevel, sends } = schedule;
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Field label={t('every')}>
        {(control) => (
          <Select
            {...control}
            value={every}
            onChange={(event) => onChange({ every: event.currentTarget.value as Schedule['every'], day: 1 })}
          >
            {rhythms.map((rhythm) => (
              <option key={rhythm} value={rhythm}>
                {t(`rhythms.${rhythm}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {every === 'off' ? null : (
        <>
          <Field label={t('day')} error={error('/schedule/day')} hint={every === 'month' ? t('dayHint') : undefined}>
            {(control) => (
              <Select {...control} value={day} onChange={(event) => onChange({ day: Number(event.currentTarget.value) })}>
                {every === 'week'
                  ? weekdays.map((number) => (
                      <option key={number} value={number}>
                        {t(`weekdays.${number}`)}
                      </option>
                    ))
                  : numbers(31).map((number) => (
                      <option key={number} value={number}>
                        {number}
                      </option>
                    ))}
              </Select>
            )}
          </Field>
          <Field label={t('minimumLevel')} error={error('/schedule/minimumLevel')} hint={t('minimumLevelHint')}>
            {(control) => (
              <Select
                {...control}
                value={minimumLevel}
                onChange={(event) => onChange({ minimumLevel: Number(event.currentTarget.value) })}
              >
                {numbers(levelCount).map((number) => (
                  <option key={number} value={number}>
                    {number}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {/* biome-ignore lint/a11y/noLabelWithoutControl: the box is a control of the design system */}
          <label className="flex items-center gap-2 sm:col-span-3">
            <Checkbox checked={sends} onChange={(event) => onChange({ sends: event.currentTarget.checked })} />
            {t('sends')}
          </label>
        </>
      )}
      {kept.nextOn ? <p className="text-ink-muted sm:col-span-3">{t('nextOn', { date: date(kept.nextOn) })}</p> : null}
      {kept.failure ? (
        <p role="status" className="text-danger sm:col-span-3">
          {kept.failure}
        </p>
      ) : null}
    </div>
  );
}
