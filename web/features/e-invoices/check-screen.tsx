'use client';
import { checkEInvoice, mostXmlCharacters } from '@atlas/einvoicing/contract';
import { Button } from '@atlas/ui';
import { FileCheck2, FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { api } from '@/lib/api.ts';
import { DropZone } from '../imports/drop-zone.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import type { Checked } from './checked.ts';
import { CheckedInvoice } from './checked-invoice.tsx';
import { xmlText } from './xml-text.ts';

/** Where an electronic invoice is dropped, and what it says and which rules it breaks are shown. Nothing is kept. */
export function CheckScreen() {
  const t = useTranslations('eInvoices');
  const action = useAction();
  const [found, setFound] = useState<{ name: string; checked: Checked } | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const check = async ([file]: readonly File[]) => {
    if (!file) return;
    setFound(null);
    setTooLarge(file.size > mostXmlCharacters);
    if (file.size > mostXmlCharacters) return action.clear();
    await action.run(async () => {
      const checked = await api.call(checkEInvoice, { xml: xmlText(new Uint8Array(await file.arrayBuffer())) });
      setFound({ name: file.name, checked });
    });
  };
  return (
    <>
      <PageHeader title={t('title')} />
      <div className="flex flex-col gap-4 p-3 sm:p-4">
        <DropZone
          onFiles={(files) => void check(files)}
          className={`flex flex-col items-center justify-center gap-2 rounded-lg border-2 border-dashed bg-surface p-6 text-center ${found ? '' : 'min-h-72'}`}
        >
          {found ? null : <FileCheck2 className="size-10 text-ink-muted" strokeWidth={1.25} aria-hidden />}
          <h2 className="font-semibold text-base">{found ? found.name : t('dropTitle')}</h2>
          {found ? null : <p className="max-w-lg text-ink-muted">{t('dropAbout')}</p>}
          <FileButton busy={action.busy} onFiles={(files) => void check(files)} />
          <p role="status" className="min-h-5 text-ink-muted">
            {action.busy ? t('checking') : null}
          </p>
          {tooLarge ? (
            <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
              {t('tooLarge')}
            </p>
          ) : null}
          <Refusal error={action.error} />
        </DropZone>
        {found ? <CheckedInvoice checked={found.checked} /> : null}
      </div>
    </>
  );
}

function FileButton({ busy, onFiles }: { busy: boolean; onFiles: (files: File[]) => void }) {
  const t = useTranslations('eInvoices');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="primary" size="large" busy={busy} onClick={() => input.current?.click()}>
        <FileUp aria-hidden /> {t('choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xml,application/xml,text/xml"
        aria-label={t('choose')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          onFiles(files);
        }}
      />
    </>
  );
}
