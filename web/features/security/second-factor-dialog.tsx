'use client';
import { Button, Dialog, Field, Input } from '@atlas/ui';
import { Copy } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { beginSecondFactor, type SecondFactorSetup, verifyTotp } from '../session/auth-second-factor.ts';
import { Refusal } from '../settings/refusal.tsx';
import { BackupCodes } from './backup-codes.tsx';
import { PasswordDialog } from './password-dialog.tsx';

const QrCode = dynamic(() => import('./qr-code.tsx').then((module) => module.QrCode), {
  ssr: false,
  loading: () => <span className="size-44 rounded-md border" />,
});

/** Sets up the second factor: the password, then the code of the app, then the backup codes to keep. */
export function SecondFactorDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const t = useTranslations('security');
  const [setup, setSetup] = useState<SecondFactorSetup | null>(null);
  const [verified, setVerified] = useState(false);
  const verify = async (code: string) => {
    await verifyTotp(code);
    setVerified(true);
    onDone();
  };
  if (!setup)
    return (
      <PasswordDialog
        title={t('setUpTitle')}
        description={t('setUpPassword')}
        confirmLabel={t('continue')}
        onClose={onClose}
        onPassword={async (password) => setSetup(await beginSecondFactor(password))}
      />
    );
  if (!verified)
    return (
      <Dialog open onOpenChange={onClose} title={t('setUpTitle')} description={t('scanAbout')} closeLabel={t('cancel')}>
        <ScanStep setup={setup} onCode={verify} onClose={onClose} />
      </Dialog>
    );
  return (
    <Dialog open onOpenChange={onClose} title={t('secondFactorOn')} closeLabel={t('close')}>
      <BackupCodes codes={setup.backupCodes} />
      <div className="mt-4 flex justify-end">
        <Button look="primary" onClick={onClose}>
          {t('codesKept')}
        </Button>
      </div>
    </Dialog>
  );
}

type ScanProps = { setup: SecondFactorSetup; onCode: (code: string) => Promise<void>; onClose: () => void };

function ScanStep({ setup: { totpURI }, onCode, onClose }: ScanProps) {
  const t = useTranslations('security');
  const secret = new URL(totpURI).searchParams.get('secret') ?? '';
  const [code, setCode] = useState('');
  const verifying = useAction();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void verifying.run(() => onCode(code.replaceAll(/\s/g, '')));
  };
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    notify('success', t('secretCopied'));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-4">
        <QrCode text={totpURI} label={t('qrCode')} />
        <div className="flex min-w-0 flex-1 basis-48 flex-col items-start gap-2">
          <p className="text-ink-muted">{t('secretAbout')}</p>
          <code className="break-all rounded bg-canvas px-2 py-1">{secret.replaceAll(/(.{4})/g, '$1 ').trim()}</code>
          <Button size="small" onClick={() => void copy()}>
            <Copy aria-hidden /> {t('copySecret')}
          </Button>
        </div>
      </div>
      <Field label={t('code')} hint={t('codeHint')}>
        {(control) => (
          <Input
            {...control}
            value={code}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            className="max-w-40 font-mono tracking-widest"
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
      </Field>
      <Refusal error={verifying.error} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" look="primary" busy={verifying.busy} disabled={code.trim().length < 6}>
          {t('turnOn')}
        </Button>
      </div>
    </form>
  );
}
