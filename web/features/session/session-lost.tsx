'use client';
import { Button, Dialog, Field, Input } from '@atlas/ui';
import { useQueryClient } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/lib/problem.ts';
import { SecondStep } from '../door/second-step.tsx';
import { startOver } from './auth.ts';
import { signIn } from './auth-sign-in.ts';
import { useSessionLost } from './page-refused.ts';

/** Signs in again over the page, so that what was being typed is not lost. */
export function SessionLost() {
  const t = useTranslations('session');
  const lost = useSessionLost((state) => state.lost);
  const client = useQueryClient();
  const words = useProblemWords();
  const pathname = usePathname();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [second, setSecond] = useState(false);

  const goOn = async () => {
    useSessionLost.setState({ lost: false });
    await client.invalidateQueries();
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    setBusy(true);
    try {
      const answer = await signIn({ email: String(data.get('email')), password: String(data.get('password')) });
      setError(null);
      if (answer?.twoFactorRedirect) setSecond(true);
      else await goOn();
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
      {second ? (
        <SecondStep onDone={() => void goOn()} onBack={() => setSecond(false)} />
      ) : (
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
      )}
    </Dialog>
  );
}
