'use client';
import { overrideLock, postingAreas } from '@atlas/accounting/contract';
import { Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { DialogForm } from '../record/dialog-form.tsx';

type Area = (typeof postingAreas)[number];

const minutes = [15, 60, 240, 1440] as const;

/** Asks where somebody has to post although it is locked, why, and for how long. */
export function OverrideDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('closing');
  const override = useCommand(overrideLock, ['accounting.lock']);
  const form = useForm(overrideLock.input, { area: 'general' as Area, reason: '', minutes: 60 as number });
  const submit = form.onSubmit(async (input) => {
    await override.mutateAsync(input);
    onClose();
  });
  return (
    <DialogForm
      title={t('override')}
      description={t('overrideAbout')}
      submitLabel={t('override')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('area')}>
        {(control) => (
          <Select
            {...control}
            value={form.values.area}
            onChange={(event) => form.set({ area: event.currentTarget.value as Area })}
          >
            {postingAreas.map((area) => (
              <option key={area} value={area}>
                {t(`areas.${area}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('reason')} error={form.error('/reason')} required>
        {(control) => <Input {...control} {...form.text('reason')} maxLength={200} />}
      </Field>
      <Field label={t('duration')}>
        {(control) => (
          <Select
            {...control}
            value={form.values.minutes}
            onChange={(event) => form.set({ minutes: Number(event.currentTarget.value) })}
          >
            {minutes.map((count) => (
              <option key={count} value={count}>
                {t('minutes', { count })}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </DialogForm>
  );
}
