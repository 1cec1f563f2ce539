'use client';
import { Button, Checkbox, Field, Input } from '@atlas/ui';
import { type FormEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { verifyBackupCode, verifyTotp } from '../session/auth-second-factor.ts';
import { Refusal } from '../settings/refusal.tsx';
import { UntilAlive } from '../shell/until-alive.tsx';

/** The second factor while signing in: the code of the app, or a backup code. */
export function SecondStep({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const t = useTranslations('door');
  const id = useId();
  const [backup, setBackup] = useState(false);
  const [code, setCode] = useState('');
  const [trust, setTrust] = useState(false);
  const verifying = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const typed = code.replaceAll(/\s/g, '');
    if (await verifying.run(() => (backup ? verifyBackupCode(typed, trust) : verifyTotp(typed, trust)))) onDone();
  };
  const change = () => {
    setBackup(!backup);
    setCode('');
    verifying.clear();
  };
  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <h1 className="font-semibold text-xl">{t('secondTitle')}</h1>
      <p className="text-ink-muted">{t(backup ? 'backupAbout' : 'totpAbout')}</p>
      <UntilAlive>
        <Field key={String(backup)} label={t(backup ? 'backupCode' : 'code')}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              value={code}
              inputMode={backup ? 'text' : 'numeric'}
              autoComplete="one-time-code"
              maxLength={backup ? 20 : 7}
              className="font-mono tracking-widest"
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          )}
        </Field>
        <label htmlFor={id} className="flex items-center gap-2">
          <Checkbox id={id} checked={trust} onChange={(event) => setTrust(event.currentTarget.checked)} />
          {t('trustDevice')}
        </label>
        <Refusal error={verifying.error} />
        <Button type="submit" look="primary" size="large" busy={verifying.busy} disabled={code.trim().length < 6}>
          {t('confirm')}
        </Button>
        <div className="flex flex-col">
          <Button look="quiet" onClick={change}>
            {t(backup ? 'useApp' : 'useBackup')}
          </Button>
          <Button look="quiet" onClick={onBack}>
            {t('back')}
          </Button>
        </div>
      </UntilAlive>
    </form>
  );
}
