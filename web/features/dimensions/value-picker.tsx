'use client';
import { Combobox, type ComboboxOption, type ComboboxProps } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useDimensionValues } from './use-dimensions.ts';
import { foundValues } from './value-tree.ts';

type Props = Omit<ComboboxProps, 'chosenLabel' | 'onType' | 'options' | 'loading' | 'emptyText' | 'onChoose'> & {
  dimensionId: string;
  /** Of the dimension, or the value of `extra`. */
  chosen: string | null;
  /** What can be chosen besides values. */
  extra?: ComboboxOption;
  onPick: (value: string | null) => void;
};

/** Finds a value of a dimension by typing a part of its code or name; those below another stand under it. */
export function ValuePicker({ dimensionId, chosen, extra, onPick, ...props }: Props) {
  const t = useTranslations('fields');
  const [typed, setTyped] = useState<string | null>(null);
  const values = useDimensionValues(dimensionId);
  const all = values.data ?? [];
  const value = all.find(({ id }) => id === chosen);
  const label = extra && extra.value === chosen ? extra.label : value ? `${value.code} ${value.name}` : '';
  const options = foundValues(all, typed ?? '').map(({ id, label: text }) => ({ value: id, label: text }));
  return (
    <Combobox
      placeholder="–"
      {...props}
      chosenLabel={label}
      onType={setTyped}
      options={extra && !typed ? [extra, ...options] : options}
      loading={values.isPending}
      emptyText={t('noMatch')}
      onChoose={(option) => onPick(option?.value ?? null)}
    />
  );
}
