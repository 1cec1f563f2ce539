'use client';
import { Button, Dialog } from '@atlas/ui';
import { Fingerprint } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useProof } from '@/lib/step-up.ts';
import { PasswordField } from '../fields/password-field.tsx';
import { provePassword } from '../session/auth-account.ts';
import { signInWithPasskey, wasCancelled } from '../session/auth-passkeys.ts';
import { useSession } from '../session/session.tsx';
import { Refusal } from '../settings/refusal.tsx';

/** Asks for a fresh proof of who one is, over whatever page needed it; what was begun goes on afterwards. */
export function ProofDialog() {
  const t = useTranslations('session');
  const { email } = useSession();
  const answer = useProof((state) => state.answer);
  const [password, setPassword] = useState('');
  const proving = useAction();
  const prove = async (doing: () => Promise<unknown>) => {
    if (await proving.run(doing)) answer?.(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // It lies in another form as far as React is concerned.
    event.stopPropagation();
    void prove(() => provePassword(password));
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
        <PasswordField label={t('password')} value={password} onChange={setPassword} />
        {wasCancelled(proving.error) ? null : <Refusal error={proving.error} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button className="mr-auto" disabled={proving.busy} onClick={() => void prove(signInWithPasskey)}>
            <Fingerprint aria-hidden /> {t('usePasskey')}
          </Button>
          <Button onClick={() => answer?.(false)}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={proving.busy} disabled={password === ''}>
            {t('confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
