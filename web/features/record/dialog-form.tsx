'use client';
import { Button, Dialog } from '@atlas/ui';
import type { FormEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/lib/problem.ts';

type Props = {
  title: string;
  description: string;
  submitLabel: string;
  danger?: boolean;
  form: { readonly busy: boolean; readonly refusal: Error | null };
  onSubmit: (event: FormEvent) => void;
  onClose: () => void;
  children: ReactNode;
};

/** A few fields in a window, sent together; a refusal is told below them. */
export function DialogForm({ title, description, submitLabel, danger = false, form, onSubmit, onClose, children }: Props) {
  const t = useTranslations('assets');
  const words = useProblemWords();
  const refusal = form.refusal && words(form.refusal);
  return (
    <Dialog open onOpenChange={onClose} title={title} description={description} closeLabel={t('cancel')}>
      <form
        onSubmit={(event) => {
          // A form behind the window is its parent for React: it is not sent with it.
          event.stopPropagation();
          onSubmit(event);
        }}
        className="flex flex-col gap-3"
        noValidate
      >
        {children}
        {refusal ? (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
            {refusal.title}. {refusal.detail}
          </p>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look={danger ? 'danger' : 'primary'} busy={form.busy}>
            {submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
