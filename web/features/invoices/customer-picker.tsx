'use client';
import { listParties } from '@atlas/parties/contract';
import type { ComponentProps } from 'react';
import { RecordPicker } from '../fields/record-picker.tsx';
import type { RowOf } from '../list/list-types.ts';

export type CustomerRow = RowOf<typeof listParties>;

export type CustomerPickerProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onSelect'> & {
  chosenLabel: string;
  onPick: (customer: CustomerRow | null) => void;
};

const given = { role: 'customer', archived: 'false' };

/** Finds a customer by a part of the code or the name. */
export function CustomerPicker(props: CustomerPickerProps) {
  return (
    <RecordPicker
      {...props}
      route={listParties}
      given={given}
      optionOf={({ id, code, name, city }) => ({ value: id, label: name, detail: [code, city].filter(Boolean).join(' · ') })}
    />
  );
}
