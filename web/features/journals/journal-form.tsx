'use client';
import { Button, Field, Input } from '@atlas/ui';
import { Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { today } from '@/lib/today.ts';
import { DateInput } from '../fields/date-input.tsx';
import { FormFrame } from '../record/form-frame.tsx';
import { BalanceBar } from './balance-bar.tsx';
import { JournalAttachments } from './journal-attachments.tsx';
import { type Draft, freshDraft, type SavedDraft } from './journal-draft.ts';
import { JournalLines } from './journal-lines.tsx';
import { RecurButton } from './recur-dialog.tsx';
import { TemplateButtons } from './template-buttons.tsx';
import { useJournalForm } from './use-journal-form.ts';

/** Writes a new journal. */
export const JournalCreate = () => <JournalForm initial={freshDraft(today())} />;

/** A journal being written: its head, its lines, and how far the sides are apart. */
export function JournalForm({ initial, saved, notice }: { initial: Draft; saved?: SavedDraft; notice?: ReactNode }) {
  const t = useTranslations('journals');
  const { form, save, post } = useJournalForm(initial, saved);
  const isNew = saved === undefined;
  return (
    <FormFrame
      title={isNew ? t('new') : t('editDraft')}
      trail={[{ label: t('title'), path: '/journals' }]}
      form={form}
      onSubmit={save}
      onAlternate={post}
      saveLabel={t('saveDraft')}
      backPath={isNew ? '/journals' : '/journals/drafts'}
      actions={
        <>
          {isNew ? <TemplateButtons draft={form.values} /> : null}
          <RecurButton draft={form.values} />
          <Button onClick={post} disabled={form.busy} title="Ctrl Shift ↵" aria-keyshortcuts="Control+Shift+Enter">
            <Send aria-hidden /> {saved?.needsApproval ? t('submit') : t('post')}
          </Button>
        </>
      }
    >
      <div className="flex flex-1 flex-col gap-4 p-3 sm:p-4">
        {notice}
        <section className="grid gap-3 rounded-lg border bg-surface p-4 sm:grid-cols-4">
          <Field label={t('date')} error={form.error('/date')} required>
            {(control) => <DateInput {...control} value={form.values.date} onChange={(day) => form.set({ date: day ?? '' })} />}
          </Field>
          <Field label={t('description')} error={form.error('/description')} required className="sm:col-span-2">
            {(control) => <Input {...control} {...form.text('description')} maxLength={200} autoFocus={isNew} />}
          </Field>
          <Field label={t('reverseOn')} error={form.error('/reverseOn')} hint={t('reverseOnHint')}>
            {(control) => (
              <DateInput {...control} value={form.values.reverseOn} onChange={(day) => form.set({ reverseOn: day ?? '' })} />
            )}
          </Field>
        </section>
        <JournalLines lines={form.values.lines} onChange={(lines) => form.set({ lines })} error={form.error} />
        {saved ? <JournalAttachments id={saved.id} posted={false} /> : null}
      </div>
      <BalanceBar lines={form.values.lines} />
    </FormFrame>
  );
}
