'use client';
import { listFiscalYears, readClosing } from '@atlas/accounting/contract';
import { Badge, Skeleton } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { ReportProblem } from '../reports/report-frame.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { CheckList } from './check-list.tsx';
import { PeriodCell } from './lock-cell.tsx';
import { TaskList } from './task-list.tsx';

/** The checklist of a period. */
export function PeriodClosing({ id }: { id: string }) {
  const t = useTranslations('closing');
  const { date } = useFormats();
  const { data, error, refetch } = useRead(readClosing, { id });
  const years = useRead(listFiscalYears, { limit: 100 });
  const year = years.data?.items.find(({ periods }) => periods.some((period) => period.id === id));
  const title = data ? `${date(data.period.startsOn)} – ${date(data.period.endsOn)}` : t('period');
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ label: t('title'), path: '/closing' }]}
        badge={data?.period.lockedAt ? <Badge tone="success">{t('locked')}</Badge> : null}
      >
        {/* Whether the year holds it is known with the years: until then nothing is offered. */}
        {data && !years.isPending ? <PeriodCell period={data.period} held={year?.closed ?? false} /> : null}
      </PageHeader>
      <div className="flex min-h-0 flex-1 flex-col gap-3 p-3 sm:p-4">
        {error ? <ReportProblem error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Skeleton className="h-64" /> : null}
        {data ? (
          <>
            <CheckList checks={data.checks} />
            <TaskList periodId={id} tasks={data.tasks} />
          </>
        ) : null}
      </div>
    </>
  );
}
