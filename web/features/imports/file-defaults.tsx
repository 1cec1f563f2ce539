'use client';
import { Button, Input, Select } from '@atlas/ui';
import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Defaults, Field } from './column-mapping.ts';

export type FileDefaultsProps = {
  fields: readonly Field[];
  defaults: Defaults;
  editable: boolean;
  onChoose: (field: string, text: string) => void;
};

/** What fields hold where their cell is empty or they have no column: one input for each, and a choice of one more. */
export function FileDefaults({ fields, defaults, editable, onChoose }: FileDefaultsProps) {
  const t = useTranslations('imports');
  const id = useId();
  const [added, setAdded] = useState<string | null>(null);
  const shown = fields.filter(({ name }) => defaults[name] !== undefined || name === added);
  if (shown.length === 0 && !editable) return null;
  const remove = (field: string) => {
    setAdded(null);
    if (defaults[field] !== undefined) onChoose(field, '');
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t px-2 py-2 text-xs">
      <span className="text-ink-muted">{t('whereEmpty')}</span>
      {shown.map(({ name, label }) => (
        <div key={name} className="flex items-center gap-1">
          <label className="whitespace-nowrap" htmlFor={`${id}-${name}`}>
            {label}
          </label>
          <div className="w-36">
            <Input
              id={`${id}-${name}`}
              autoFocus={name === added}
              disabled={!editable}
              defaultValue={defaults[name] ?? ''}
              onBlur={({ currentTarget }) => {
                if (currentTarget.value.trim() !== (defaults[name] ?? '')) onChoose(name, currentTarget.value);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
              }}
            />
          </div>
          {editable ? (
            <Button look="quiet" size="icon" aria-label={t('removeDefault', { field: label })} onClick={() => remove(name)}>
              <X aria-hidden />
            </Button>
          ) : null}
        </div>
      ))}
      {editable ? (
        <div className="w-44">
          <Select
            aria-label={t('addDefault')}
            className="text-ink-muted"
            value=""
            onChange={(event) => setAdded(event.currentTarget.value || null)}
          >
            <option value="">{t('addDefault')}</option>
            {fields
              .filter((field) => !shown.includes(field))
              .map(({ name, label }) => (
                <option key={name} value={name}>
                  {label}
                </option>
              ))}
          </Select>
        </div>
      ) : null}
    </div>
  );
}
