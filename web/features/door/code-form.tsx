'use client';
import { Button, Field, Input } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { mailCode, signInByCode } from '../session/auth-sign-in.ts';
import { Refusal } from '../settings/refusal.tsx';
import { DoorForm } from './door-form.tsx';
import { SecondStep } from './second-step.tsx';
import { useCountdown } from './use-countdown.ts';

type Props = { email: string; onDone: () => void; onBack: () => void };

/** Takes the code that was mailed. */
export function CodeForm({ email, onDone, onBack }: Props) {
  const t = useTranslations('door');
  const [code, setCode] = useState('');
  const [second, setSecond] = useState(false);
  const [left, startCountdown] = useCountdown();
  const verifying = useAction();
  const submit = () =>
    verifying.run(async () => {
      const answer = await signInByCode(email, code.replaceAll(/\s/g, ''));
      if (answer?.twoFactorRedirect) setSecond(true);
      else onDone();
    });
  const again = async () => {
    if (await verifying.run(() => mailCode(email))) startCountdown();
  };
  if (second) return <SecondStep onDone={onDone} onBack={onBack} />;
  return (
    <DoorForm title={t('codeTitle')} about={t('codeAbout', { email })} onSubmit={() => void submit()}>
      <Field label={t('code')}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            className="font-mono tracking-widest"
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
      </Field>
      <Refusal error={verifying.error} />
      <Button type="submit" look="primary" size="large" busy={verifying.busy} disabled={code.trim().length < 6}>
        {t('signIn')}
      </Button>
      <div className="flex flex-col">
        <Button look="quiet" disabled={left > 0 || verifying.busy} onClick={() => void again()}>
          {left > 0 ? t('againIn', { seconds: left }) : t('again')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('otherWay')}
        </Button>
      </div>
    </DoorForm>
  );
}
