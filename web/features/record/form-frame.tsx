'use client';
import { ProblemError } from '@atlas/sdk';
import { Button } from '@atlas/ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/lib/problem.ts';
import { useGo, useUnsaved } from '../guard/guard-store.ts';
import { PageHeader, type PageHeaderProps } from '../shell/page-header.tsx';

export type FormFrameProps = Pick<PageHeaderProps, 'title' | 'trail'> & {
  form: { dirty: boolean; busy: boolean; refusal: Error | null };
  onSubmit: () => void;
  /** What Ctrl-Shift-Enter does, where there is a second way to save. */
  onAlternate?: () => void;
  /** Where giving up leads. */
  backPath: string;
  /** Takes over the newer version of the record, or keeps what was typed and saves over it. */
  onConflict?: (keep: 'theirs' | 'mine') => void;
  saveLabel?: string;
  /** More ways to save, before the main one. */
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of every form: what it is, saving by Ctrl-Enter, refusals in words, and a guard over what is unsaved. */
export function FormFrame(props: FormFrameProps) {
  const { title, trail, form, onSubmit, onAlternate, backPath, onConflict, saveLabel, actions, children } = props;
  const t = useTranslations('record');
  const go = useGo();
  useUnsaved('form', form.dirty && !form.busy);
  const latest = useRef({ onSubmit, onAlternate });
  latest.current = { onSubmit, onAlternate };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      // In a window over the form the keys are the window's.
      if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      // After the field has taken what was typed into it.
      setTimeout(() => {
        const { current } = latest;
        if (event.shiftKey && current.onAlternate) current.onAlternate();
        else current.onSubmit();
      });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <form
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      className="flex flex-1 flex-col"
    >
      <PageHeader title={title} {...(trail ? { trail } : {})}>
        <Button look="quiet" onClick={() => go(backPath)}>
          {t('cancel')}
        </Button>
        {actions}
        <Button type="submit" look="primary" busy={form.busy}>
          {saveLabel ?? t('save')}
          <span aria-hidden className="font-normal text-xs opacity-80 max-md:hidden">
            Ctrl ↵
          </span>
        </Button>
      </PageHeader>
      <Refusal error={form.refusal} onConflict={onConflict} />
      {children}
    </form>
  );
}

function Refusal({ error, onConflict }: { error: Error | null; onConflict: FormFrameProps['onConflict'] }) {
  const t = useTranslations('record');
  const words = useProblemWords();
  if (!error) return null;
  const conflict = error instanceof ProblemError && error.code === 'version_conflict' && onConflict;
  const { title, detail, reference } = words(error);
  return (
    <div
      role="alert"
      className={`mx-3 mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md px-3 py-2 sm:mx-4 ${conflict ? 'bg-warning-soft text-warning' : 'bg-danger-soft text-danger'}`}
    >
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">{title}.</strong> {conflict ? t('conflict') : detail}{' '}
        {conflict ? null : <span className="text-xs">{reference}</span>}
      </p>
      {conflict ? (
        <>
          <Button size="small" onClick={() => onConflict('theirs')}>
            {t('takeTheirs')}
          </Button>
          <Button size="small" onClick={() => onConflict('mine')}>
            {t('keepMine')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** A group of fields under a heading. */
export function FormSection({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <section className="rounded-lg border bg-surface p-4">
      <div className="mb-3 flex items-center justify-between gap-2">
        <h2 className="font-semibold">{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
