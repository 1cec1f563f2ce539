'use client';
import { type dunningParty, saveDunningParty } from '@atlas/payments/contract';
import { Checkbox, Field, Input, Select } from '@atlas/ui';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { DialogForm } from '../record/dialog-form.tsx';

type Terms = z.output<typeof dunningParty>;

/** Whether and in which language a customer is reminded. */
export function DunningTerms({ terms, onClose }: { terms: Terms; onClose: () => void }) {
  const t = useTranslations('dunning');
  const excludeId = useId();
  const save = useCommand(saveDunningParty, ['payments.dunning', 'platform.audit']);
  const form = useForm(saveDunningParty.input, terms);
  const submit = form.onSubmit(async (input) => {
    await save.mutateAsync(input);
    onClose();
  });
  return (
    <DialogForm
      title={t('terms')}
      description={t('termsDetail')}
      submitLabel={t('save')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <label htmlFor={excludeId} className="flex items-center gap-2">
        <Checkbox
          id={excludeId}
          checked={form.values.excluded}
          onChange={(event) => form.set({ excluded: event.currentTarget.checked })}
        />
        {t('exclude')}
      </label>
      <Field label={t('reason')} error={form.error('/reason')} required={form.values.excluded}>
        {(control) => (
          <Input
            {...control}
            name="reason"
            value={form.values.reason ?? ''}
            onChange={(event) => form.set({ reason: event.currentTarget.value || null })}
            maxLength={300}
          />
        )}
      </Field>
      <Field label={t('language')} error={form.error('/locale')}>
        {(control) => (
          <Select
            {...control}
            value={form.values.locale}
            onChange={(event) => form.set({ locale: event.currentTarget.value as Terms['locale'] })}
          >
            <option value="en">English</option>
            <option value="de">Deutsch</option>
          </Select>
        )}
      </Field>
    </DialogForm>
  );
}
