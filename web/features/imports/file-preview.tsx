'use client';
import type { importFile } from '@atlas/imports/contract';
import { cn, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { type Field, fieldOf, type Mapping } from './column-mapping.ts';

export type FilePreviewProps = {
  file: z.output<typeof importFile>;
  fields: readonly Field[];
  mapping: Mapping;
  editable: boolean;
  onChoose: (column: string, field: string | null) => void;
};

const shownRows = 5;

/** The first rows of a file under its columns, each with the field that it becomes. */
export function FilePreview({ file, fields, mapping, editable, onChoose }: FilePreviewProps) {
  const t = useTranslations('imports');
  const rows = file.sample.slice(0, shownRows);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than its box scrolls by the arrow keys
    <section tabIndex={0} aria-label={t('firstRows', { file: file.name })} className="overflow-x-auto border-t">
      <table className="min-w-full border-separate border-spacing-0 text-xs">
        <thead>
          <tr>
            {file.columns.map((column) => {
              const field = fieldOf(mapping, column.name);
              return (
                <th
                  key={column.name}
                  scope="col"
                  className={cn('min-w-36 border-b px-2 py-1.5 text-left font-medium', field === null && 'text-ink-muted')}
                >
                  <span className={cn('block truncate', column.type === 'decimal' && 'text-right')}>{column.name}</span>
                  {fields.length > 0 ? (
                    <Select
                      aria-label={t('columnBecomes', { column: column.name })}
                      className={cn('mt-1', field === null && 'text-ink-muted')}
                      disabled={!editable}
                      value={field ?? ''}
                      onChange={(event) => onChoose(column.name, event.currentTarget.value || null)}
                    >
                      <option value="">{t('ignored')}</option>
                      {fields.map(({ name, label, required }) => (
                        <option key={name} value={name}>
                          {required ? `${label} *` : label}
                        </option>
                      ))}
                    </Select>
                  ) : null}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {file.columns.map((column, place) => (
                <td
                  key={column.name}
                  className={cn(
                    'h-6 max-w-56 truncate px-2',
                    column.type === 'decimal' && 'text-right',
                    fieldOf(mapping, column.name) === null && 'text-ink-muted',
                  )}
                >
                  {row[place]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
