'use client';
import { type asset, getAsset } from '@atlas/assets/contract';
import { Badge, Card } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { Facts } from '../record/facts.tsx';
import { RecordState } from '../record/record-state.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { AssetActions } from './asset-actions.tsx';
import { ScheduleCard } from './schedule-card.tsx';

/** An asset: what it is worth, how it is written off, and what can be done with it. */
export function AssetDetail({ id }: { id: string }) {
  const query = useRead(getAsset, { id });
  return <RecordState query={query}>{(record) => <AssetPage record={record} />}</RecordState>;
}

function AssetPage({ record }: { record: z.output<typeof asset> }) {
  const t = useTranslations('assets');
  const { money, date } = useFormats();
  return (
    <>
      <PageHeader
        title={`${record.code} ${record.name}`}
        trail={[{ label: t('plural'), path: '/assets' }]}
        badge={<Badge>{t(`statuses.${record.status}`)}</Badge>}
      >
        <AssetActions record={record} />
      </PageHeader>
      <div className="grid items-start gap-4 p-3 sm:p-4 lg:grid-cols-[1fr_22rem]">
        <ScheduleCard rows={record.rows} />
        <Card className="p-4">
          <h2 className="mb-3 font-semibold">{t('details')}</h2>
          <Facts
            facts={[
              [t('category'), record.categoryName],
              [t('cost'), money(record.cost)],
              [t('accumulated'), money(record.accumulated)],
              [t('net'), money(record.net)],
              [t('salvage'), money(record.salvage)],
              [t('method'), t(`methods.${record.method}`)],
              [t('proRata'), t(`proRatas.${record.proRata}`)],
              [t('periods'), t('periodsOf', { count: record.periods, months: record.monthsPerPeriod })],
              [t('availableOn'), date(record.availableOn)],
              [t('disposalDate'), record.disposedOn && date(record.disposedOn)],
            ]}
          />
        </Card>
      </div>
    </>
  );
}
