'use client';
import { type dunningSettings, saveDunningSettings } from '@atlas/payments/contract';
import { Button } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { useUnsaved } from '../guard/guard-store.ts';
import { SettingsCard } from '../settings/settings-card.tsx';
import { type Level, LevelFields } from './level-fields.tsx';
import { ScheduleFields } from './schedule-fields.tsx';

type Props = { settings: z.output<typeof dunningSettings>; fixed: boolean };

/** A level after the last one, for a start. */
const after = (last: Level): Level => ({ ...last, daysOverdue: last.daysOverdue + 14 });

/** All levels and when they are proposed, saved together. */
export function LevelsForm({ settings, fixed }: Props) {
  const t = useTranslations('dunning');
  const words = useProblemWords();
  const save = useCommand(saveDunningSettings, ['payments.dunning_settings', 'platform.audit']);
  const form = useForm(saveDunningSettings.input, settings);
  const { levels, schedule = settings.schedule } = form.values;
  useUnsaved('form', form.dirty && !form.busy);
  const submit = form.onSubmit(async (input) => {
    await save.mutateAsync(input);
    notify('success', t('levelsSaved'));
  });
  const set = (index: number, change: Partial<Level>) =>
    form.set({ levels: levels.map((level, at) => (at === index ? { ...level, ...change } : level)) });
  const last = levels.at(-1);
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {levels.map((level, index) => (
        <SettingsCard key={index} title={t('levelOf', { level: index + 1 })}>
          <fieldset disabled={fixed} className="min-w-0">
            <LevelFields level={level} index={index} error={form.error} onChange={(change) => set(index, change)} />
          </fieldset>
        </SettingsCard>
      ))}
      <SettingsCard title={t('schedule')}>
        <fieldset disabled={fixed} className="min-w-0">
          <ScheduleFields
            schedule={schedule}
            kept={settings.schedule}
            levelCount={levels.length}
            error={form.error}
            onChange={(change) => form.set({ schedule: { ...schedule, ...change } })}
          />
        </fieldset>
      </SettingsCard>
      {form.refusal ? (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
          {words(form.refusal).title}. {words(form.refusal).detail}
        </p>
      ) : null}
      {fixed ? null : (
        <div className="flex flex-wrap justify-end gap-2">
          {levels.length > 1 ? <Button onClick={() => form.set({ levels: levels.slice(0, -1) })}>{t('dropLevel')}</Button> : null}
          {last && levels.length < 9 ? (
            <Button onClick={() => form.set({ levels: [...levels, after(last)] })}>{t('addLevel')}</Button>
          ) : null}
          <Button type="submit" look="primary" busy={form.busy}>
            {t('save')}
          </Button>
        </div>
      )}
    </form>
  );
}
