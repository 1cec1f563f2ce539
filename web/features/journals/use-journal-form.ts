'use client';
import { createJournalDraft, postJournalDraft, submitJournalDraft, updateJournalDraft } from '@atlas/accounting/contract';
import { ProblemError } from '@atlas/sdk';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { type Form, useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { type Draft, draftInput, type SavedDraft } from './journal-draft.ts';

const affects = ['accounting.'];

export type JournalForm = { form: Form<Draft, unknown>; save: () => void; post: () => void };

/** A journal with its two ways on: kept as a draft, or posted; above the limit it goes to somebody else for approval. */
export function useJournalForm(initial: Draft, saved: SavedDraft | undefined): JournalForm {
  const t = useTranslations('journals');
  const go = useGo();
  const form = useForm(createJournalDraft.input, initial, { inputOf: draftInput });
  const create = useCommand(createJournalDraft, affects);
  const update = useCommand(updateJournalDraft, affects);
  const postDraft = useCommand(postJournalDraft, affects);
  const submit = useCommand(submitJournalDraft, affects);

  const keep = (input: Parameters<typeof create.mutateAsync>[0]): Promise<SavedDraft> =>
    saved ? update.mutateAsync({ ...input, id: saved.id, version: saved.version }) : create.mutateAsync(input);
  const leave = (words: string, path: string) => {
    setUnsaved('form', false);
    notify('success', words);
    go(path);
  };
  const save = form.onSubmit(async (input) => {
    const { id } = await keep(input);
    leave(t('draftKept'), `/journals/drafts/${id}`);
  });
  const post = form.onSubmit(async (input) => {
    const { id, version, needsApproval } = await keep(input);
    try {
      if (needsApproval) {
        await submit.mutateAsync({ id, version });
        return leave(t('submitted'), `/journals/drafts/${id}`);
      }
      const { number } = await postDraft.mutateAsync({ id, version });
      leave(t('postedNotice', { number }), `/journals/${id}`);
    } catch (error) {
      // It is kept by now: what was refused is told where it can be corrected.
      if (!saved && error instanceof ProblemError) {
        notify('error', error.detail ?? error.title);
        setUnsaved('form', false);
        return go(`/journals/drafts/${id}`);
      }
      throw error;
    }
  });
  return { form, save: () => save(), post: () => post() };
}
