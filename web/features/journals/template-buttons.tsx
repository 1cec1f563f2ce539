'use client';
import { createJournalTemplate } from '@atlas/accounting/contract';
import { Button, Field, Input } from '@atlas/ui';
import { LayoutTemplate } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { DialogForm } from '../record/dialog-form.tsx';
import { useMay } from '../session/may.ts';
import { type Draft, draftInput } from './journal-draft.ts';

/** Keeps a journal that is being written as a template: amounts stay, lines without one are filled in when it is used. */
export function TemplateButtons({ draft }: { draft: Draft }) {
  const t = useTranslations('journals');
  const [open, setOpen] = useState(false);
  if (!useMay()(createJournalTemplate)) return null;
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        <LayoutTemplate aria-hidden /> {t('keepTemplate')}
      </Button>
      {open ? <TemplateDialog draft={draft} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** The lines of a template from those of a journal: a line that says no side is a blank on the debit side. */
const templateLines = (draft: Draft) =>
  draftInput(draft).lines.map(({ debit, credit, ...line }) => {
    const side = credit === null ? ('debit' as const) : ('credit' as const);
    const amount = debit ?? credit;
    return amount === null ? { ...line, side, kind: 'blank' as const } : { ...line, side, kind: 'fixed' as const, amount };
  });

function TemplateDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const t = useTranslations('journals');
  const create = useCommand(createJournalTemplate, ['accounting.journal_template']);
  const form = useForm(
    createJournalTemplate.input,
    { name: draft.description },
    { inputOf: ({ name }) => ({ name, description: draft.description || name, lines: templateLines(draft) }), unique: '/name' },
  );
  const submit = form.onSubmit(async (input) => {
    const { name } = await create.mutateAsync(input);
    notify('success', t('templateKept', { name }));
    onClose();
  });
  const missing =
    [...draft.lines.keys()].map((index) => form.error(`/lines/${index}/accountId`)).find(Boolean) ?? form.error('/lines');
  return (
    <DialogForm
      title={t('keepTemplate')}
      description={t('keepTemplateAbout')}
      submitLabel={t('keepTemplate')}
      form={form}
      onSubmit={submit}
      onClose={onClose}
    >
      {missing ? (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
          {t('templateIncomplete')}
        </p>
      ) : null}
      <Field label={t('templateName')} error={form.error('/name')} required>
        {(control) => <Input {...control} {...form.text('name')} maxLength={120} />}
      </Field>
    </DialogForm>
  );
}
