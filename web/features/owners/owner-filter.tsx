'use client';
import { listMembers } from '@atlas/identity/contract';
import { Button } from '@atlas/ui';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RecordFilter } from '../list/list-types.ts';
import { useMay } from '../session/may.ts';
import { useSession } from '../session/session.tsx';
import { OwnerName } from './owner-name.tsx';
import { OwnerPicker } from './owner-picker.tsx';

/** A list of records by whose they are: one's own first, then those of anyone. */
export function useOwnerFilter(): RecordFilter {
  const t = useTranslations('owners');
  const { userId } = useSession();
  return useMemo(
    () => ({
      name: 'ownerId',
      label: t('owner'),
      kind: 'record',
      picker: (_value, onChange) => <OwnerChoice onChange={onChange} />,
      chosen: (value) => (value === userId ? t('mine') : <OwnerName id={value} />),
    }),
    [t, userId],
  );
}

function OwnerChoice({ onChange }: { onChange: (value: string | null) => void }) {
  const t = useTranslations('owners');
  const { userId } = useSession();
  const may = useMay();
  return (
    <div className="flex flex-col gap-2">
      <Button autoFocus onClick={() => onChange(userId)}>
        {t('mine')}
      </Button>
      {may(listMembers) ? (
        <OwnerPicker aria-label={t('owner')} placeholder={t('others')} ownerId={null} onPick={onChange} />
      ) : null}
    </div>
  );
}
