'use client';
import { columnLayouts, listDimensions } from '@atlas/accounting/contract';
import { isBusinessDate } from '@atlas/kernel';
import { Field, Select } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDimensions } from '../dimensions/use-dimensions.ts';
import { ValuePicker } from '../dimensions/value-picker.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { useMay } from '../session/may.ts';
import type { StatementView } from './statement-terms.ts';

/** How a statement is set in columns: by time or, where that is told, by the values of a dimension. */
export function ColumnsSelect({ columns, by, set, byValue }: StatementView & { byValue: boolean }) {
  const t = useTranslations('reports');
  const may = useMay();
  const dimensions = useDimensions(byValue && may(listDimensions)).data?.items ?? [];
  const choose = (value: string) => {
    const dimension = dimensions.find(({ id }) => id === value);
    set(
      dimension
        ? { by: dimension.id, below: null, columns: 'one' }
        : { by: null, below: null, columns: columnLayouts.find((each) => each === value) ?? 'one' },
    );
  };
  return (
    <Field label={t('columns')} className="w-40">
      {(control) => (
        <Select {...control} value={byValue && by ? by : columns} onChange={({ currentTarget: { value } }) => choose(value)}>
          {columnLayouts.map((each) => (
            <option key={each} value={each}>
              {t(`layouts.${each}`)}
            </option>
          ))}
          {dimensions.map(({ id, name }) => (
            <option key={id} value={id}>
              {t('byDimension', { name })}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Where the columns are values: those below one, in place of those on top. */
export function BelowField({ by, below, set }: StatementView) {
  const t = useTranslations('reports');
  if (by === null) return null;
  return (
    <Field label={t('below')} className="w-44">
      {(control) => (
        <ValuePicker
          {...control}
          dimensionId={by}
          chosen={below}
          placeholder={t('onTop')}
          onPick={(value) => set({ below: value })}
        />
      )}
    </Field>
  );
}

/** The day as of which a statement is known; emptied, what is known today. */
export function KnownOnField({ knownOn, set }: StatementView) {
  const t = useTranslations('reports');
  const [refused, setRefused] = useState<string | null>(null);
  const settle = (day: string | null) => {
    const isGood = day === null || isBusinessDate(day);
    setRefused(isGood ? null : day);
    if (isGood && day !== knownOn) set({ knownOn: day });
  };
  return (
    <Field label={t('knownOn')} error={refused === null ? undefined : t('badDate')} className="w-36">
      {(control) => (
        <DateInput {...control} value={refused ?? knownOn ?? ''} placeholder={t('presets.today')} onChange={settle} />
      )}
    </Field>
  );
}
