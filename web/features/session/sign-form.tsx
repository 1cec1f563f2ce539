'use client';
import { ProblemError } from '@atlas/sdk';
import { Button, Field, Input } from '@atlas/ui';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useOnClient } from '@/lib/on-client.ts';
import { useProblemWords } from '@/lib/problem.ts';
import type { SignInMethods } from '@/lib/sign-in-methods.ts';
import { Captcha, useCaptcha } from '../door/captcha.tsx';
import { ConfirmAddress } from '../door/confirm-address.tsx';
import { OtherWays } from '../door/other-ways.tsx';
import { safePath } from '../door/safe-path.ts';
import { SecondStep } from '../door/second-step.tsx';
import { startOver } from './auth.ts';
import { minimumPassword as minimum } from './auth-account.ts';
import { isUnconfirmed, signIn, signUp } from './auth-sign-in.ts';

/** After some failures the sign-in service wants to see that a person is there. */
const asksForPerson = (error: unknown): boolean => error instanceof ProblemError && error.code === 'auth.missing_response';

/** Signs in, or makes an account. */
export function SignForm({ kind, methods }: { kind: 'sign-in' | 'sign-up'; methods: SignInMethods }) {
  const t = useTranslations('session');
  const locale = useLocale();
  const words = useProblemWords();
  const next = useSearchParams().get('next');
  const refusedElsewhere = useSearchParams().get('error') !== null;
  const fresh = kind === 'sign-up';
  const [error, setError] = useState<string | null>(refusedElsewhere ? t('otherWayFailed') : null);
  const [busy, setBusy] = useState(false);
  // Who came back from Google, or by a link, may still owe the code.
  const [second, setSecond] = useState(useSearchParams().get('step') === 'second-factor');
  const [suspected, setSuspected] = useState(fresh);
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const alive = useOnClient();
  const captcha = useCaptcha(suspected ? methods.turnstile : null);
  const query = next ? `?next=${encodeURIComponent(next)}` : '';
  const enter = () => startOver(safePath(next));

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [name, email, password] = ['name', 'email', 'password'].map((field) => String(data.get(field) ?? ''));
    if (!email || !password) return setError(t('incomplete'));
    if (fresh && password.length < minimum) return setError(t('passwordTooShort', { minimum }));
    setBusy(true);
    try {
      const callbackURL = safePath(next);
      if (fresh) {
        const { token } = await signUp({ name: name ?? '', email, password, locale, callbackURL }, captcha.take());
        if (token === null) return setMailedTo(email);
      } else if ((await signIn({ email, password, callbackURL }, captcha.take()))?.twoFactorRedirect) return setSecond(true);
      enter();
    } catch (refusal) {
      if (isUnconfirmed(refusal)) return setMailedTo(email);
      setSuspected((before) => before || asksForPerson(refusal));
      setError(words(refusal).title);
      setBusy(false);
    }
  };

  if (mailedTo !== null) return <ConfirmAddress email={mailedTo} next={safePath(next)} fresh={fresh} />;
  if (second)
    return (
      <SecondStep
        onDone={enter}
        onBack={() => {
          setSecond(false);
          setBusy(false);
        }}
      />
    );
  return (
    <div className="flex flex-col gap-4">
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
        <Captcha {...captcha} action={kind} />
        {error ? (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
            {error}
          </p>
        ) : null}
        <Button type="submit" look="primary" size="large" busy={busy} disabled={!alive || !captcha.ready}>
          {t(fresh ? 'signUp' : 'signIn')}
        </Button>
      </form>
      <OtherWays kind={kind} methods={methods} query={query} onIn={enter} next={safePath(next)} />
      <p className="text-center text-ink-muted">
        {t(fresh ? 'haveAccount' : 'noAccount')}{' '}
        <Link
          href={`${fresh ? '/sign-in' : '/sign-up'}${query}`}
          className="font-medium text-accent underline-offset-2 hover:underline"
        >
          {t(fresh ? 'signIn' : 'signUp')}
        </Link>
      </p>
    </div>
  );
}
