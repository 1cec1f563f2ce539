'use client';
import { getParty } from '@atlas/parties/contract';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { PartyPicker, type PartyPickerProps } from '../fields/party-picker.tsx';
import type { Filter } from '../list/list-types.ts';
import { useOwnerFilter } from '../owners/owner-filter.tsx';

function PartyName({ id }: { id: string }) {
  const party = useRead(getParty, { id });
  return party.data?.name ?? '…';
}

/**
 * What a list of invoices or of bills can be narrowed down to.
 *
 * @param side whom the documents concern, and what they are called when they are no credit notes
 */
export function useDocumentFilters({
  role,
  party,
  kind,
  kindLabel,
}: {
  role: PartyPickerProps['partyRole'];
  party: string;
  kind: string;
  kindLabel: string;
}): readonly Filter[] {
  const t = useTranslations('invoices');
  const owner = useOwnerFilter();
  return useMemo(
    () => [
      owner,
      {
        name: 'status',
        label: t('state'),
        kind: 'choice',
        options: (['draft', 'posted', 'voided'] as const).map((value) => ({ value, label: t(`status.${value}`) })),
      },
      {
        name: 'kind',
        label: t('kind'),
        kind: 'choice',
        options: [
          { value: kind, label: kindLabel },
          { value: 'credit_note', label: t('kinds.credit_note') },
        ],
      },
      {
        name: 'open',
        label: t('open'),
        kind: 'choice',
        options: [
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ],
      },
      {
        name: `${role}Id`,
        label: party,
        kind: 'record',
        picker: (_value, onChange) => (
          <PartyPicker
            partyRole={role}
            chosenLabel=""
            aria-label={party}
            autoFocus
            onPick={(picked) => onChange(picked?.id ?? null)}
          />
        ),
        chosen: (value) => <PartyName id={value} />,
      },
      { name: 'from', label: t('from'), kind: 'date' },
      { name: 'to', label: t('to'), kind: 'date' },
    ],
    [t, owner, role, party, kind, kindLabel],
  );
}
