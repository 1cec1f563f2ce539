'use client';
import { Card } from '@atlas/ui';
import { FileUp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { DropZone, FileButton } from '../imports/drop-zone.tsx';
import { ImportProgress } from '../imports/import-progress.tsx';
import { useStatementImport } from './use-statement-import.ts';
import { Warnings } from './warnings.tsx';

const bankFiles = '.sta,.940,.942,.mt940,.mt942,.xml,.ofx,.qfx,.csv,.txt';

/** Where the file of a bank is let fall, how far its import is, and what it brought. */
export function ImportCard({ accountId }: { accountId: string }) {
  const t = useTranslations('bank');
  const { sending, failure, run, send } = useStatementImport(accountId);
  const take = (files: File[]) => {
    const [file] = files;
    if (file) void send(file);
  };
  const error = failure ?? (run?.status === 'failed' ? run.error : null);
  return (
    <Card className="flex flex-col gap-3 p-4" aria-label={t('importTitle')}>
      <h2 className="font-semibold">{t('importTitle')}</h2>
      <DropZone onFiles={take} className="flex flex-col items-center gap-2 rounded-lg border-2 border-dashed p-4 text-center">
        <FileUp className="size-8 text-ink-muted" strokeWidth={1.25} aria-hidden />
        <p className="text-ink-muted">{t('dropAbout')}</p>
        <FileButton accept={bankFiles} label={t('choose')} busy={sending !== null || run?.status === 'queued'} onFiles={take} />
      </DropZone>
      <p role="status" className="empty:hidden">
        {sending}
        {run?.status === 'completed' ? t('imported', { count: run.newLineCount, name: run.name }) : null}
      </p>
      {run?.status === 'queued' ? (
        <ImportProgress title={t('importing', { name: run.name })} done={run.doneCount} total={run.statementCount || null} />
      ) : null}
      {error ? (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
          {error}
        </p>
      ) : null}
      {run ? <Warnings warnings={run.warnings} /> : null}
    </Card>
  );
}
