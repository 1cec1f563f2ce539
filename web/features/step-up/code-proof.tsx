'use client';
import { Button, Field, Input } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { mailProofCode } from '../session/auth-account.ts';
import { Refusal } from '../settings/refusal.tsx';

type Props = { code: string; onChange: (code: string) => void; mailed: boolean };

/** A code instead of a password that one does not have: of the app, or of a mail that is asked for here. */
export function CodeProof({ code, onChange, mailed }: Props) {
  const t = useTranslations('session');
  const [sent, setSent] = useState(false);
  const sending = useAction();
  const send = async () => {
    if (await sending.run(mailProofCode)) setSent(true);
  };
  return (
    <>
      {mailed ? (
        <Button busy={sending.busy} onClick={() => void send()}>
          {t(sent ? 'codeSent' : 'sendCode')}
        </Button>
      ) : null}
      <Refusal error={sending.error} />
      <Field label={t(mailed ? 'mailedCode' : 'appCode')}>
        {(control) => (
          <Input
            {...control}
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            className="font-mono tracking-widest"
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
    </>
  );
}
