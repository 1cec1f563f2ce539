'use client';
import { listParties } from '@atlas/parties/contract';
import type { ComponentProps } from 'react';
import type { RowOf } from '../list/list-types.ts';
import { RecordPicker } from './record-picker.tsx';

export type PartyPickerProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onSelect'> & {
  partyRole: 'customer' | 'supplier';
  chosenLabel: string;
  onPick: (party: RowOf<typeof listParties> | null) => void;
};

/** Finds a customer or a supplier by a part of the code or the name. */
export function PartyPicker({ partyRole, ...props }: PartyPickerProps) {
  return (
    <RecordPicker
      {...props}
      route={listParties}
      given={{ role: partyRole, archived: 'false' }}
      optionOf={({ id, code, name, city }) => ({ value: id, label: name, detail: [code, city].filter(Boolean).join(' · ') })}
    />
  );
}
