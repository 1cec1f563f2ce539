'use client';
import { Button } from '@atlas/ui';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useGo } from '../guard/guard-store.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { DropZone, FileButton } from './drop-zone.tsx';
import { useUpload } from './upload.ts';

/** Where an import begins: drop files or choose them. */
export function NewImport() {
  const t = useTranslations('imports');
  const go = useGo();
  const { current, failures, send } = useUpload();
  const [started, setStarted] = useState<string | null>(null);
  const upload = async (files: File[]) => {
    const { id, failed } = await send(files, started ?? undefined);
    if (id && !failed) go(`/imports/${id}`);
    else if (id) setStarted(id);
  };
  return (
    <>
      <PageHeader title={t('new')} trail={[{ label: t('title'), path: '/imports' }]} />
      <div className="p-3 sm:p-4">
        <DropZone
          onFiles={(files) => void upload(files)}
          className="flex min-h-72 flex-col items-center justify-center gap-2 rounded-lg border-2 border-dashed bg-surface p-6 text-center"
        >
          <FileUp className="size-10 text-ink-muted" strokeWidth={1.25} aria-hidden />
          <h2 className="font-semibold text-base">{t('dropTitle')}</h2>
          <p className="max-w-lg text-ink-muted">{t('dropAbout')}</p>
          <div className="mt-3">
            <FileButton primary label={t('choose')} busy={current !== null} onFiles={(files) => void upload(files)} />
          </div>
          <p role="status" className="min-h-5 text-ink-muted">
            {current}
          </p>
          <Failures failures={failures} />
          {started && current === null ? <Button onClick={() => go(`/imports/${started}`)}>{t('continue')}</Button> : null}
        </DropZone>
      </div>
    </>
  );
}

/** Why files were not taken. */
export function Failures({ failures }: { failures: readonly string[] }) {
  if (failures.length === 0) return null;
  return (
    <div role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-left text-danger">
      {failures.map((failure) => (
        <p key={failure}>{failure}</p>
      ))}
    </div>
  );
}
