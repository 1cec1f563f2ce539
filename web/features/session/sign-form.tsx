'use client';
import { Button, Field, Input } from '@atlas/ui';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/lib/problem.ts';
import { signIn, signUp, startOver } from './auth.ts';

/** Only a path of ours: never another site. */
const safePath = (next: string | null): string => (next?.startsWith('/') && !/^\/[/\\]/.test(next) ? next : '/');

const minimum = 12;

/** Signs in, or makes an account. */
export function SignForm({ kind }: { kind: 'sign-in' | 'sign-up' }) {
  const t = useTranslations('session');
  const words = useProblemWords();
  const next = useSearchParams().get('next');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const fresh = kind === 'sign-up';
  const other = `${fresh ? '/sign-in' : '/sign-up'}${next ? `?next=${encodeURIComponent(next)}` : ''}`;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [name, email, password] = ['name', 'email', 'password'].map((field) => String(data.get(field) ?? ''));
    if (!email || !password) return setError(t('incomplete'));
    if (fresh && password.length < minimum) return setError(t('passwordTooShort', { minimum }));
    setBusy(true);
    try {
      if (fresh) await signUp({ name: name ?? '', email, password });
      else await signIn({ email, password });
      startOver(safePath(next));
    } catch (refusal) {
      setError(words(refusal).title);
      setBusy(false);
    }
  };

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <title>{`${t(fresh ? 'signUp' : 'signIn')} · Atlas`}</title>
      <h1 className="font-semibold text-xl">{t(fresh ? 'signUpTitle' : 'signInTitle')}</h1>
      {fresh ? (
        <Field label={t('name')}>{(control) => <Input {...control} name="name" autoComplete="name" required />}</Field>
      ) : null}
      <Field label={t('email')}>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field label={t('password')} hint={fresh ? t('passwordHint', { minimum }) : undefined}>
        {(control) => (
          <Input
            {...control}
            name="password"
            type="password"
            autoComplete={fresh ? 'new-password' : 'current-password'}
            required
          />
        )}
      </Field>
      {error ? (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
          {error}
        </p>
      ) : null}
      <Button type="submit" look="primary" size="large" busy={busy}>
        {t(fresh ? 'signUp' : 'signIn')}
      </Button>
      <p className="text-center text-ink-muted">
        {t(fresh ? 'haveAccount' : 'noAccount')}{' '}
        <Link href={other} className="font-medium text-accent underline-offset-2 hover:underline">
          {t(fresh ? 'signIn' : 'signUp')}
        </Link>
      </p>
    </form>
  );
}
