'use client';
import { listFiscalYears, listLocks, openFiscalYear } from '@atlas/accounting/contract';
import { Button, EmptyState, Skeleton } from '@atlas/ui';
import { CalendarPlus, LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { ReportProblem } from '../reports/report-frame.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { ExceptionsCard } from './exceptions-card.tsx';
import { OpenYearDialog } from './open-year-dialog.tsx';
import { YearCard } from './year-card.tsx';

/** The fiscal years with the locks of their periods by area, and what was posted past them. */
export function ClosingScreen() {
  const t = useTranslations('closing');
  const may = useMay();
  const [opening, setOpening] = useState(false);
  const years = useRead(listFiscalYears, { limit: 100 });
  const locks = useRead(listLocks, {});
  const error = years.error ?? locks.error;
  const retry = () => void Promise.all([years.refetch(), locks.refetch()]);
  return (
    <>
      <PageHeader title={t('title')}>
        {may(openFiscalYear) ? (
          <Button onClick={() => setOpening(true)}>
            <CalendarPlus aria-hidden />
            {t('openYear')}
          </Button>
        ) : null}
      </PageHeader>
      <div className="flex min-h-0 flex-1 flex-col gap-3 p-3 sm:p-4">
        {error ? <ReportProblem error={error} onRetry={retry} /> : null}
        {!error && !(years.data && locks.data) ? <Skeleton className="h-64" /> : null}
        {years.data?.items.length === 0 ? (
          <EmptyState icon={LockKeyhole} title={t('emptyTitle')} description={t('emptyAbout')} />
        ) : null}
        {years.data && locks.data
          ? years.data.items.map((year) => <YearCard key={year.id} year={year} locks={locks.data.items} />)
          : null}
        {locks.data ? <ExceptionsCard exceptions={locks.data.exceptions} /> : null}
      </div>
      {opening ? <OpenYearDialog years={years.data?.items ?? []} onClose={() => setOpening(false)} /> : null}
    </>
  );
}
