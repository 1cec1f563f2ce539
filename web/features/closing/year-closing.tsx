'use client';
import { closeYear, readYearClose, reopenYear } from '@atlas/accounting/contract';
import { Badge, Button, Skeleton } from '@atlas/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { forgetReads, useRead } from '@/lib/api.ts';
import { ReportProblem } from '../reports/report-frame.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { CheckList } from './check-list.tsx';
import { CloseHistory } from './close-history.tsx';
import { CloseYearDialog, ReopenYearDialog } from './year-dialogs.tsx';

/** What stands against closing a year, its close while it runs, and every close so far. */
export function YearClosing({ id }: { id: string }) {
  const t = useTranslations('closing');
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [running, setRunning] = useState(false);
  const { data, error, refetch } = useRead(readYearClose, { id }, { refetchInterval: running ? 500 : false });
  const isRunning = data?.closes[0]?.status === 'running';
  useEffect(() => {
    if (running && !isRunning) void forgetReads(client, ['accounting.']);
    setRunning(isRunning);
  }, [running, isRunning, client]);
  const may = useMay();
  const closed = data?.year.closed ?? false;
  const ready = data?.checks.every(({ count }) => count === 0) ?? false;
  return (
    <>
      <PageHeader
        title={data ? t('year', { name: data.year.name }) : t('yearEnd')}
        trail={[{ label: t('title'), path: '/closing' }]}
        badge={closed ? <Badge tone="success">{t('closed')}</Badge> : null}
      >
        {data && !isRunning && may(closed ? reopenYear : closeYear) ? (
          <Button look={closed ? 'plain' : 'primary'} onClick={() => setAsking(true)}>
            {t(closed ? 'reopenYear' : 'closeYear')}
          </Button>
        ) : null}
      </PageHeader>
      <div className="flex min-h-0 flex-1 flex-col gap-3 p-3 sm:p-4">
        {error ? <ReportProblem error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Skeleton className="h-64" /> : null}
        {data && !closed ? <CheckList checks={data.checks} /> : null}
        {data ? <CloseHistory closes={data.closes} /> : null}
      </div>
      {asking && closed ? <ReopenYearDialog id={id} onClose={() => setAsking(false)} /> : null}
      {asking && !closed ? <CloseYearDialog id={id} ready={ready} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
