'use client';
import { Button, Dialog } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { PasswordField } from '../fields/password-field.tsx';
import { useHasPassword } from '../session/auth-account.ts';
import { Refusal } from '../settings/refusal.tsx';

type Props = {
  title: string;
  description: string;
  confirmLabel: string;
  danger?: boolean;
  onClose: () => void;
  onPassword: (password: string) => Promise<void>;
};

/** Asks for the password before something that needs it; who has none says yes, and may be asked for a proof after it. */
export function PasswordDialog({ title, description, confirmLabel, danger = false, onClose, onPassword }: Props) {
  const t = useTranslations('security');
  const [password, setPassword] = useState('');
  const hasPassword = useHasPassword();
  const confirming = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void confirming.run(() => onPassword(password));
  };
  return (
    <Dialog open onOpenChange={onClose} title={title} description={description} closeLabel={t('cancel')}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        {hasPassword ? <PasswordField label={t('yourPassword')} value={password} onChange={setPassword} /> : null}
        <Refusal error={confirming.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="submit"
            look={danger ? 'danger' : 'primary'}
            busy={confirming.busy}
            disabled={hasPassword && password === ''}
          >
            {confirmLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
