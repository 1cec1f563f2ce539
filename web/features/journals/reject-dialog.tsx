'use client';
import { rejectJournalDraft } from '@atlas/accounting/contract';
import { Field, Input } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { DialogForm } from '../record/dialog-form.tsx';
import type { SavedDraft } from './journal-draft.ts';

type Props = { draft: SavedDraft; mine: boolean; onClose: () => void };

/** Sends a journal back with a reason; who wrote it takes it back. */
export function RejectDialog({ draft, mine, onClose }: Props) {
  const t = useTranslations('journals');
  const reject = useCommand(rejectJournalDraft, ['accounting.']);
  const words = mine
    ? { title: t('takeBack'), about: t('takeBackAbout'), done: t('takenBack') }
    : { title: t('reject'), about: t('rejectAbout'), done: t('sentBack') };
  const form = useForm(rejectJournalDraft.input, { id: draft.id, version: draft.version, comment: '' });
  const submit = form.onSubmit(async (input) => {
    await reject.mutateAsync(input);
    notify('success', words.done);
    onClose();
  });
  return (
    <DialogForm
      title={words.title}
      description={words.about}
      submitLabel={words.title}
      danger
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('comment')} error={form.error('/comment')} required>
        {(control) => <Input {...control} {...form.text('comment')} maxLength={1000} />}
      </Field>
    </DialogForm>
  );
}
