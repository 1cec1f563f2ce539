'use client';
import type { ProblemError } from '@atlas/sdk';
import { Button, Dialog, Field, Input } from '@atlas/ui';
import { useQueryClient } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { create } from 'zustand';
import { useProblemWords } from '@/lib/problem.ts';
import { signIn, startOver } from './auth.ts';

const useLost = create<{ lost: boolean }>(() => ({ lost: false }));

/** Refusals that concern the whole page rather than one request. */
export function onPageRefused({ code }: ProblemError): void {
  if (code === 'unauthenticated') useLost.setState({ lost: true });
  if (code === 'no_workspace') startOver('/create-workspace');
  if (code === 'accounting.not_set_up') startOver('/set-up');
}

/** Signs in again over the page, so that what was being typed is not lost. */
export function SessionLost() {
  const t = useTranslations('session');
  const lost = useLost((state) => state.lost);
  const client = useQueryClient();
  const words = useProblemWords();
  const pathname = usePathname();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    try {
      await signIn({ email: String(data.get('email')), password: String(data.get('password')) });
      setError(null);
      useLost.setState({ lost: false });
      await client.invalidateQueries();
    } catch (refusal) {
      setError(words(refusal).title);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={lost}
      onOpenChange={(open) => (open ? undefined : startOver(`/sign-in?next=${encodeURIComponent(pathname)}`))}
      title={t('lostTitle')}
      description={t('lostDetail')}
      closeLabel={t('signIn')}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('email')}>
          {(control) => <Input {...control} name="email" type="email" autoComplete="username" required />}
        </Field>
        <Field label={t('password')} error={error ?? undefined}>
          {(control) => <Input {...control} name="password" type="password" autoComplete="current-password" required />}
        </Field>
        <Button type="submit" look="primary" busy={busy}>
          {t('signIn')}
        </Button>
      </form>
    </Dialog>
  );
}
