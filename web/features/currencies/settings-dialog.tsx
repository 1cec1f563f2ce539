'use client';
import { type currencySettings, saveCurrencySettings } from '@atlas/accounting/contract';
import { Field, Input, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { DialogForm } from '../record/dialog-form.tsx';
import { RevaluedAccounts } from './revalued-accounts.tsx';

type Settings = z.output<typeof currencySettings>;

/** How rates are used: when they are too old, whose count, and which accounts are revalued. */
export function SettingsDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const t = useTranslations('currencies');
  const save = useCommand(saveCurrencySettings, ['accounting.']);
  const initial = { ...settings, staleAfterDays: String(settings.staleAfterDays) };
  const form = useForm(saveCurrencySettings.input, initial, {
    inputOf: (values) => ({ ...values, staleAfterDays: Number(values.staleAfterDays) }),
  });
  const submit = form.onSubmit(async (input) => {
    await save.mutateAsync(input);
    notify('success', t('settingsSaved'));
    onClose();
  });
  return (
    <DialogForm
      title={t('settings')}
      description={t('settingsAbout')}
      submitLabel={t('save')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('staleAfterDays')} error={form.error('/staleAfterDays')} required>
        {(control) => <Input {...control} {...form.text('staleAfterDays')} inputMode="numeric" />}
      </Field>
      <Field label={t('stale')} error={form.error('/stale')} required>
        {(control) => (
          <Select
            {...control}
            value={form.values.stale}
            onChange={(event) => form.set({ stale: event.currentTarget.value as Settings['stale'] })}
          >
            <option value="warn">{t('staleWays.warn')}</option>
            <option value="refuse">{t('staleWays.refuse')}</option>
          </Select>
        )}
      </Field>
      <Field label={t('preferredSource')} hint={t('sourceHint')} error={form.error('/preferredSource')}>
        {(control) => <Input {...control} {...form.text('preferredSource')} />}
      </Field>
      <RevaluedAccounts
        ids={form.values.revaluedAccountIds}
        error={form.error('/revaluedAccountIds')}
        onChange={(revaluedAccountIds) => form.set({ revaluedAccountIds })}
      />
    </DialogForm>
  );
}
