'use client';
import { readUsage } from '@atlas/administration/contract';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { useSize } from '../imports/size.ts';
import { Facts } from '../record/facts.tsx';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';

/** How much a workspace uses: numbers, and nothing that is in it. */
export function UsageCard({ id }: { id: string }) {
  const t = useTranslations('platform');
  const { count, instant } = useFormats();
  const size = useSize();
  const usage = useRead(readUsage, { id });
  return (
    <SettingsCard title={t('usage')}>
      <PartState query={usage} rows={3}>
        {(data) => (
          <Facts
            facts={[
              [t('members'), count(data.members)],
              [t('customers'), count(data.customers)],
              [t('invoicesThisMonth'), count(data.invoicesThisMonth)],
              [t('ledgerLines'), count(data.ledgerLines)],
              [t('stored'), size(data.storedBytes)],
              [t('lastActivity'), data.lastActivityAt ? instant(data.lastActivityAt) : null],
            ]}
          />
        )}
      </PartState>
    </SettingsCard>
  );
}
