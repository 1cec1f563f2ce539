'use client';
import { Badge, Button, cn, Select } from '@atlas/ui';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/lib/problem.ts';
import { fieldOf, missingFields } from './column-mapping.ts';
import { type FileChoiceProps, useFileChoice } from './file-choice.ts';
import { FileDefaults } from './file-defaults.tsx';
import { FilePreview } from './file-preview.tsx';
import { useKindName } from './import-words.ts';
import { useSize } from './size.ts';

export type FileCardProps = FileChoiceProps & { editable: boolean; initiallyOpen: boolean };

const delimiters: Readonly<Record<string, 'comma' | 'semicolon' | 'tab' | 'pipe'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

/** One file: what it is, what it holds, which column becomes what, and its first rows. */
export function FileCard(props: FileCardProps) {
  const { file, kinds, editable, initiallyOpen } = props;
  const t = useTranslations('imports');
  const kindName = useKindName();
  const words = useProblemWords();
  const size = useSize();
  const [open, setOpen] = useState(initiallyOpen);
  const { choice, fields, error, chooseKind, chooseField, chooseDefault } = useFileChoice(props);
  const missing = missingFields(fields, choice.mapping, choice.defaults);
  const used = file.columns.filter(({ name }) => fieldOf(choice.mapping, name) !== null).length;
  const delimiter = delimiters[file.delimiter];
  const facts = t('fileFacts', {
    size: size(file.byteCount),
    delimiter: delimiter ? t(`delimiters.${delimiter}`) : file.delimiter,
    encoding: file.encoding.toUpperCase(),
  });
  return (
    <li className="min-w-0 rounded-lg border bg-surface">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2 py-1.5">
        <Button
          look="quiet"
          size="icon"
          aria-expanded={open}
          aria-label={t('showRows', { file: file.name })}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronDown aria-hidden /> : <ChevronRight className="rtl:rotate-180" aria-hidden />}
        </Button>
        <div className="min-w-40 flex-1">
          <h3 className="truncate font-medium">{file.name}</h3>
          <p className="truncate text-ink-muted text-xs">
            {file.rowCount === null ? facts : `${t('rows', { count: file.rowCount })}, ${facts}`}
          </p>
        </div>
        {choice.kind === null ? null : missing.length > 0 ? (
          <Badge tone="warning">{t('missing', { fields: missing.map(({ label }) => label).join(', ') })}</Badge>
        ) : (
          <span className="text-ink-muted text-xs">{t('columnsUsed', { used, count: file.columns.length })}</span>
        )}
        <div className="w-56 shrink-0">
          <Select
            aria-label={t('holds', { file: file.name })}
            className={cn(choice.kind === null && 'text-ink-muted')}
            disabled={!editable}
            value={choice.kind ?? ''}
            onChange={(event) => chooseKind(event.currentTarget.value || null)}
          >
            <option value="">{t('leaveOut')}</option>
            {kinds.map(({ name, label }) => (
              <option key={name} value={name}>
                {kindName(name, label)}
              </option>
            ))}
          </Select>
        </div>
      </div>
      {error ? (
        <p role="alert" className="px-4 pb-2 text-danger">
          {words(error).title}. {words(error).detail}
        </p>
      ) : null}
      {open ? (
        <>
          <FilePreview file={file} fields={fields} mapping={choice.mapping} editable={editable} onChoose={chooseField} />
          {choice.kind === null ? null : (
            <FileDefaults fields={fields} defaults={choice.defaults} editable={editable} onChoose={chooseDefault} />
          )}
        </>
      ) : null}
    </li>
  );
}
