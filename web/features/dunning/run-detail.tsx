'use client';
import { getDunningRun, listDunningProposals } from '@atlas/payments/contract';
import { Badge } from '@atlas/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { forgetReads, useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { ImportProgress } from '../imports/import-progress.tsx';
import { HistoryCard } from '../record/history.tsx';
import { RecordState } from '../record/record-state.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { affects, type Run } from './dunning.ts';
import { ProposalPages } from './proposal-pages.tsx';
import { RunActions } from './run-actions.tsx';

/** A run: whom it reminds of what, to be reviewed and confirmed. */
export function RunDetail({ id }: { id: string }) {
  const client = useQueryClient();
  const query = useRead(getDunningRun, { id });
  const status = query.data?.status;
  const { refetch } = query;
  useEffect(() => {
    if (status !== 'running') return;
    const timer = setInterval(() => void refetch(), 500);
    return () => {
      clearInterval(timer);
      void forgetReads(client, affects);
    };
  }, [status, refetch, client]);
  return <RecordState query={query}>{(run) => <RunPage run={run} />}</RecordState>;
}

function RunPage({ run }: { run: Run }) {
  const t = useTranslations('dunning');
  const { date, money } = useFormats();
  return (
    <>
      <PageHeader
        title={t('runOf', { date: date(run.asOf) })}
        trail={[{ label: t('plural'), path: '/dunning' }]}
        badge={<Badge>{t(`statuses.${run.status}`)}</Badge>}
      >
        {run.status === 'proposed' ? <RunActions run={run} /> : null}
      </PageHeader>
      <div className="grid items-start gap-4 p-3 sm:p-4 xl:grid-cols-[1fr_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          {run.status === 'running' ? (
            <ImportProgress title={t('statuses.running')} done={run.doneCount} total={run.customerCount} />
          ) : null}
          {run.error ? (
            <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
              {run.error}
            </p>
          ) : null}
          <p className="text-ink-muted">
            {run.status === 'proposed'
              ? t('selected', { customers: run.customerCount, items: run.itemCount, fees: money(run.fees) })
              : t('written', { count: run.reminderCount })}
          </p>
          <ProposalPages run={run} route={listDunningProposals} />
        </div>
        <HistoryCard subjectId={run.id} />
      </div>
    </>
  );
}
