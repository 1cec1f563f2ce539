'use client';
import { Button, Dialog } from '@atlas/ui';
import { Fingerprint } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useProof } from '@/lib/step-up.ts';
import { PasswordField } from '../fields/password-field.tsx';
import { proveByMail, provePassword, useAccount, useHasPassword } from '../session/auth-account.ts';
import { signInWithPasskey, wasCancelled } from '../session/auth-passkeys.ts';
import { verifyTotp } from '../session/auth-second-factor.ts';
import { useSession } from '../session/session.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { CodeProof } from './code-proof.tsx';

/** Asks for a fresh proof of who one is, over whatever page needed it; what was begun goes on afterwards. */
export function ProofDialog() {
  const t = useTranslations('session');
  const { email } = useSession();
  const answer = useProof((state) => state.answer);
  const [secret, setSecret] = useState('');
  const hasPassword = useHasPassword();
  const hasApp = useAccount().data?.user.twoFactorEnabled === true;
  const proving = useAction();
  const prove = async (doing: () => Promise<unknown>) => {
    if (await proving.run(doing)) answer?.(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // It lies in another form as far as React is concerned.
    event.stopPropagation();
    const code = secret.replaceAll(/\s/g, '');
    void prove(() => (hasPassword ? provePassword(secret) : hasApp ? verifyTotp(code) : proveByMail(code)));
  };
  return (
    <Dialog
      open
      onOpenChange={() => answer?.(false)}
      title={t('proofTitle')}
      description={t('proofDetail', { email })}
      closeLabel={t('cancel')}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        {hasPassword ? (
          <PasswordField label={t('password')} value={secret} onChange={setSecret} />
        ) : (
          <CodeProof code={secret} onChange={setSecret} mailed={!hasApp} />
        )}
        {wasCancelled(proving.error) ? null : <Refusal error={proving.error} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button className="mr-auto" disabled={proving.busy} onClick={() => void prove(signInWithPasskey)}>
            <Fingerprint aria-hidden /> {t('usePasskey')}
          </Button>
          <Button onClick={() => answer?.(false)}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={proving.busy} disabled={secret === ''}>
            {t('confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
