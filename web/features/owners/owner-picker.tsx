'use client';
import { Combobox } from '@atlas/ui';
import { type ComponentProps, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../session/session.tsx';
import { useMembers } from '../teams/use-members.ts';
import { useOwnerName } from './owner-name.tsx';
import { ownerOptions } from './owner-options.ts';

export type OwnerPickerProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onSelect'> & {
  ownerId: string | null;
  onPick: (ownerId: string | null) => void;
};

/** Finds a member by a part of the name or address, oneself first. Emptied, the record is nobody's. */
export function OwnerPicker({ ownerId, onPick, ...props }: OwnerPickerProps) {
  const t = useTranslations('fields');
  const owners = useTranslations('owners');
  const session = useSession();
  const [typed, setTyped] = useState<string | null>(null);
  const [touched, setTouched] = useState(false);
  const members = useMembers(touched);
  const name = useOwnerName(ownerId);
  return (
    <Combobox
      placeholder={owners('nobody')}
      {...props}
      chosenLabel={ownerId === null ? '' : name}
      onFocusCapture={() => setTouched(true)}
      onType={setTyped}
      options={ownerOptions(typed ?? '', session, members.data ?? [])}
      loading={members.isLoading}
      emptyText={t('noMatch')}
      onChoose={(option) => onPick(option?.value ?? null)}
    />
  );
}
