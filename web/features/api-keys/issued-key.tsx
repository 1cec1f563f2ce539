'use client';
import { Button } from '@atlas/ui';
import { Copy } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { notify } from '@/lib/notify.ts';

/** A key that was issued, shown this one time: nobody can read it later, not even Atlas. */
export function IssuedKey({ text, onClose }: { text: string | null; onClose: () => void }) {
  const t = useTranslations('apiKeys');
  const copy = async (key: string) => {
    await navigator.clipboard.writeText(key);
    notify('success', t('copied'));
  };
  return (
    <div className="flex flex-col gap-3">
      <p role="status">{t(text === null ? 'notShown' : 'shownOnce')}</p>
      {text === null ? null : (
        <div className="flex items-start gap-2">
          <code className="min-w-0 flex-1 break-all rounded-md border bg-canvas p-2">{text}</code>
          <Button autoFocus onClick={() => void copy(text)}>
            <Copy aria-hidden /> {t('copy')}
          </Button>
        </div>
      )}
      <div className="flex justify-end">
        <Button look="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
