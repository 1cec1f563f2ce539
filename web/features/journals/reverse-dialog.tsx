'use client';
import { type journalEntry, reverseJournal } from '@atlas/accounting/contract';
import { Button, Dialog, Field, Input } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { today } from '@/lib/today.ts';
import { DateInput } from '../fields/date-input.tsx';
import { useGo } from '../guard/guard-store.ts';

type Props = { entry: z.output<typeof journalEntry>; onClose: () => void };

/** Asks for the day and the text of a reversal, and goes to the entry that it becomes. */
export function ReverseDialog({ entry, onClose }: Props) {
  const t = useTranslations('journals');
  const words = useProblemWords();
  const go = useGo();
  const reverse = useCommand(reverseJournal, ['accounting.']);
  const initial = { id: entry.id, date: today() as string, description: t('reversalDefault', { number: entry.number }) };
  const form = useForm(reverseJournal.input, initial);
  const submit = form.onSubmit(async (input) => {
    const reversal = await reverse.mutateAsync(input);
    notify('success', t('reverseDone', { number: reversal.number }));
    onClose();
    go(`/journals/${reversal.id}`);
  });
  const refusal = form.refusal && words(form.refusal);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('reverseTitle', { number: entry.number })}
      description={t('reverseAbout')}
      closeLabel={t('cancel')}
    >
      <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
        <Field label={t('reversalDate')} error={form.error('/date')} required>
          {(control) => <DateInput {...control} value={form.values.date} onChange={(day) => form.set({ date: day ?? '' })} />}
        </Field>
        <Field label={t('reversalDescription')} error={form.error('/description')} required>
          {(control) => <Input {...control} {...form.text('description')} maxLength={200} />}
        </Field>
        {refusal ? (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
            {refusal.title}. {refusal.detail}
          </p>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={form.busy}>
            {t('reverse')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
