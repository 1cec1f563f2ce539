'use client';
import { Button, Dialog } from '@atlas/ui';
import { Copy, Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { notify } from '@/lib/notify.ts';
import { useSession } from '../session/session.tsx';

/** Backup codes, which are shown this one time: to read, copy or keep as a file. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('security');
  const { email } = useSession();
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    notify('success', t('codesCopied'));
  };
  const save = () => {
    const text = [`Atlas · ${email}`, t('codesAbout'), '', ...codes, ''].join('\n');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = 'atlas-backup-codes.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-muted">{t('codesAbout')}</p>
      <ul aria-label={t('backupCodes')} className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md border bg-canvas p-3 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex gap-2">
        <Button onClick={() => void copy()}>
          <Copy aria-hidden /> {t('copy')}
        </Button>
        <Button onClick={save}>
          <Download aria-hidden /> {t('saveAsFile')}
        </Button>
      </div>
    </div>
  );
}

/** New backup codes in a window. */
export function BackupCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useTranslations('security');
  return (
    <Dialog open onOpenChange={onClose} title={t('backupCodes')} closeLabel={t('close')}>
      <BackupCodes codes={codes} />
      <div className="mt-4 flex justify-end">
        <Button look="primary" onClick={onClose}>
          {t('codesKept')}
        </Button>
      </div>
    </Dialog>
  );
}
