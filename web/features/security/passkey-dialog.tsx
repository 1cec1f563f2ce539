'use client';
import { Button, Dialog, Field, Input } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { addPasskey, type Passkey, renamePasskey, wasCancelled } from '../session/auth-passkeys.ts';
import { Refusal } from '../settings/refusal.tsx';
import { deviceOf } from './device-name.ts';

type Props = { passkey: Passkey | null; onClose: () => void; onDone: () => void };

/** Names a passkey: a new one, which the device then makes, or one that is there. */
export function PasskeyDialog({ passkey, onClose, onDone }: Props) {
  const t = useTranslations('security');
  const { browser, system } = deviceOf(navigator.userAgent);
  const [name, setName] = useState(passkey?.name ?? [browser, system].filter(Boolean).join(', '));
  const saving = useAction();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (!(await saving.run(() => (passkey ? renamePasskey(passkey.id, given) : addPasskey(given))))) return;
    notify('success', t(passkey ? 'passkeyRenamed' : 'passkeyAdded'));
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(passkey ? 'renamePasskeyTitle' : 'addPasskey')}
      {...(passkey ? {} : { description: t('addPasskeyAbout') })}
      closeLabel={t('cancel')}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('passkeyName')} hint={t('passkeyNameHint')}>
          {(control) => (
            <Input {...control} value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        {wasCancelled(saving.error) ? (
          <p role="alert" className="text-ink-muted">
            {t('passkeyCancelled')}
          </p>
        ) : (
          <Refusal error={saving.error} />
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={saving.busy} disabled={name.trim() === ''}>
            {t(passkey ? 'save' : 'continue')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
