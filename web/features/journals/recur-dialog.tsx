'use client';
import { createJournalSchedule, recurrenceUnits } from '@atlas/accounting/contract';
import { Button, Field, Input, Select } from '@atlas/ui';
import { Repeat } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { DateInput } from '../fields/date-input.tsx';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { DialogForm } from '../record/dialog-form.tsx';
import { useMay } from '../session/may.ts';
import { type Draft, draftInput } from './journal-draft.ts';

type Values = {
  everyCount: string;
  everyUnit: (typeof recurrenceUnits)[number];
  startsOn: string;
  endsOn: string;
  does: 'post' | 'draft';
};

/** Lets a journal that is being written come again and again. */
export function RecurButton({ draft }: { draft: Draft }) {
  const t = useTranslations('journals');
  const [open, setOpen] = useState(false);
  if (!useMay()(createJournalSchedule)) return null;
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        <Repeat aria-hidden /> {t('recur')}
      </Button>
      {open ? <RecurDialog draft={draft} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RecurDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const t = useTranslations('journals');
  const go = useGo();
  const create = useCommand(createJournalSchedule, ['accounting.']);
  const { description, lines } = draftInput(draft);
  const initial: Values = { everyCount: '1', everyUnit: 'month', startsOn: draft.date, endsOn: '', does: 'post' };
  const form = useForm(createJournalSchedule.input, initial, {
    inputOf: (values) => ({
      ...values,
      description,
      lines,
      everyCount: Number(values.everyCount),
      endsOn: values.endsOn || null,
    }),
  });
  const submit = form.onSubmit(async (input) => {
    await create.mutateAsync(input);
    setUnsaved('form', false);
    notify('success', t('recurDone'));
    onClose();
    go('/journals/recurring');
  });
  const missing = form.error('/description') ?? form.error('/lines');
  return (
    <DialogForm
      title={t('recur')}
      description={t('recurAbout')}
      submitLabel={t('recur')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      {missing ? (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
          {t('recurIncomplete')}
        </p>
      ) : null}
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('everyCount')} error={form.error('/everyCount')} required>
          {(control) => <Input {...control} {...form.text('everyCount')} inputMode="numeric" />}
        </Field>
        <Field label={t('everyUnit')} error={form.error('/everyUnit')} required>
          {(control) => (
            <Select {...control} {...form.text('everyUnit')}>
              {recurrenceUnits.map((unit) => (
                <option key={unit} value={unit}>
                  {t(`units.${unit}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {(['startsOn', 'endsOn'] as const).map((name) => (
          <Field key={name} label={t(name)} error={form.error(`/${name}`)} required={name === 'startsOn'}>
            {(control) => (
              <DateInput {...control} value={form.values[name]} onChange={(day) => form.set({ [name]: day ?? '' })} />
            )}
          </Field>
        ))}
        <Field label={t('does')} error={form.error('/does')} required className="col-span-2">
          {(control) => (
            <Select {...control} {...form.text('does')}>
              {(['post', 'draft'] as const).map((does) => (
                <option key={does} value={does}>
                  {t(`doing.${does}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </DialogForm>
  );
}
