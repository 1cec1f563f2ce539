'use client';
import { beginImportUpload, type importRun, takeImportUpload } from '@atlas/imports/contract';
import { Badge } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useMay } from '../session/may.ts';
import { DropZone, FileButton } from './drop-zone.tsx';
import { FileCard } from './file-card.tsx';
import type { ImportKind } from './file-choice.ts';
import { ImportFormat } from './import-format.tsx';
import { isEditable } from './import-words.ts';
import { Failures } from './new-import.tsx';
import { useUpload } from './upload.ts';

type Run = z.output<typeof importRun>;

export type ImportFilesProps = {
  run: Run;
  kinds: readonly ImportKind[];
  onIncomplete: (position: number, incomplete: boolean) => void;
};

/** So many files are shown with their rows at once; of more, only those that need a look. */
const openAtOnce = 3;

/** The files of an import: what they hold and how they are read; more can be dropped. */
export function ImportFiles({ run, kinds, onIncomplete }: ImportFilesProps) {
  const t = useTranslations('imports');
  const { current, failures, send } = useUpload();
  const may = useMay();
  const editable = isEditable(run.status) && may(beginImportUpload) && may(takeImportUpload);
  const upload = (files: File[]) => void send(files, run.id);
  const presetKey = `presets.${run.preset}` as 'presets.northwind';
  const preset = run.preset !== null && t.has(presetKey) ? t(presetKey) : run.preset;
  return (
    <DropZone onFiles={editable ? upload : () => {}} className="flex flex-col gap-3 rounded-lg">
      <div className="flex flex-wrap items-end gap-3">
        <h2 className="font-semibold text-base">{t('files')}</h2>
        {preset ? (
          <Badge tone="success" className="mb-px">
            {t('preset', { name: preset })}
          </Badge>
        ) : null}
        <div className="ml-auto flex flex-wrap items-end gap-3">
          <ImportFormat run={run} editable={editable} />
          {editable ? <FileButton label={t('addFiles')} busy={current !== null} onFiles={upload} /> : null}
        </div>
      </div>
      {current ? <p role="status">{current}</p> : null}
      <Failures failures={failures} />
      <ul className="flex flex-col gap-2">
        {run.files.map((file) => (
          <FileCard
            key={file.position}
            importId={run.id}
            file={file}
            kinds={kinds}
            editable={editable}
            initiallyOpen={run.files.length <= openAtOnce}
            onIncomplete={onIncomplete}
          />
        ))}
      </ul>
    </DropZone>
  );
}
