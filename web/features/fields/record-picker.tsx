'use client';
import type { ListRoute } from '@atlas/sdk';
import { Combobox, type ComboboxOption, type ComboboxProps } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useDelayed } from '@/lib/delayed.ts';
import type { RowOf } from '../list/list-types.ts';
import { listInput } from '../list/use-pages.ts';

export type RecordPickerProps<R extends ListRoute> = Omit<
  ComboboxProps,
  'onType' | 'options' | 'loading' | 'emptyText' | 'onChoose'
> & {
  route: R;
  given?: object;
  optionOf: (row: RowOf<R>) => ComboboxOption;
  onPick: (row: RowOf<R> | null) => void;
};

/** Finds a record by typing a part of its code or name. Asks the API only while someone types. */
export function RecordPicker<R extends ListRoute>({ route, given = {}, optionOf, onPick, ...props }: RecordPickerProps<R>) {
  const t = useTranslations('fields');
  const [typed, setTyped] = useState<string | null>(null);
  const [touched, setTouched] = useState(false);
  const q = useDelayed(typed?.trim() ?? '', 120);
  const input = listInput<R>({ limit: 20, ...given }, { q, sort: 'name', filters: {} });
  const list = useRead(route, input, { enabled: touched, keepPrevious: true });
  const rows = (list.data?.items ?? []) as RowOf<R>[];
  const waiting = list.isFetching && (list.isPlaceholderData || !list.data);
  return (
    <Combobox
      placeholder={t('choose')}
      {...props}
      onFocusCapture={() => setTouched(true)}
      onType={setTyped}
      options={rows.map(optionOf)}
      loading={waiting || q !== (typed?.trim() ?? '')}
      emptyText={t('noMatch')}
      onChoose={(option) => onPick(option === null ? null : (rows.find(({ id }) => id === option.value) ?? null))}
    />
  );
}
