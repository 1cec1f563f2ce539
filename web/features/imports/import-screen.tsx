'use client';
import { getImport, type importRun, listImportKinds } from '@atlas/imports/contract';
import { Badge, Card, Skeleton } from '@atlas/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { forgetReads, useRead } from '@/lib/api.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { ReportProblem } from '../reports/report-frame.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import type { ImportKind } from './file-choice.ts';
import { ImportActions } from './import-actions.tsx';
import { ImportCounts } from './import-counts.tsx';
import { ImportFiles } from './import-files.tsx';
import { ImportProgress } from './import-progress.tsx';
import { type ImportStatus, isBusy, isEditable, statusTones } from './import-words.ts';
import { RefusedRows } from './refused-rows.tsx';
import { StepBar } from './step-bar.tsx';

type Run = z.output<typeof importRun>;

const pollMs = 400;

/** Reads an import again and again while a job works on it, and what it changed when it is done. */
function useImport(id: string) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const read = useRead(getImport, { id }, { refetchInterval: busy ? pollMs : false });
  const status = read.data?.status;
  const before = useRef<ImportStatus | undefined>(undefined);
  useEffect(() => {
    const wasBusy = before.current !== undefined && isBusy(before.current);
    const nowBusy = status !== undefined && isBusy(status);
    before.current = status;
    setBusy(nowBusy);
    if (wasBusy && !nowBusy)
      void forgetReads(client, ['imports.', 'platform.job', 'parties.', 'catalog.', 'sales.', 'accounting.']);
  }, [status, client]);
  return read;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** An import from its files to its result. */
export function ImportScreen({ id }: { id: string }) {
  const t = useTranslations('imports');
  const words = useProblemWords();
  const run = useImport(id);
  const kinds = useRead(listImportKinds, {});
  const [incomplete, setIncomplete] = useState<ReadonlySet<number>>(new Set());
  const [refusal, setRefusal] = useState<Error | null>(null);
  const onIncomplete = useCallback((position: number, missing: boolean) => {
    setIncomplete((before) => {
      const next = new Set(before);
      if (missing) next.add(position);
      else next.delete(position);
      return next;
    });
  }, []);
  const error = run.error ?? kinds.error;
  const { data } = run;
  const lines = new Set((kinds.data?.items ?? []).filter(({ parent }) => parent !== null).map(({ name }) => name));
  const ready = sum((data?.counts ?? []).filter(({ kind }) => !lines.has(kind)).map((each) => each.ready));
  const chosen = data?.files.some(({ kind }) => kind !== null) ?? false;
  const [first, ...others] = data?.files ?? [];
  const title = first ? `${first.name}${others.length > 0 ? ` + ${others.length}` : ''}` : t('new');
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ label: t('title'), path: '/imports' }]}
        badge={data ? <Badge tone={statusTones[data.status]}>{t(`statuses.${data.status}`)}</Badge> : null}
      >
        {data ? <ImportActions run={data} ready={ready} blocked={incomplete.size > 0 || !chosen} onRefused={setRefusal} /> : null}
      </PageHeader>
      <div className="flex flex-col gap-4 p-3 sm:p-4">
        {error ? <ReportProblem error={error} onRetry={() => void Promise.all([run.refetch(), kinds.refetch()])} /> : null}
        {refusal ? (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
            {words(refusal).title}. {words(refusal).detail}
          </p>
        ) : null}
        {data && kinds.data ? (
          <Steps run={data} kinds={kinds.data.items} ready={ready} chosen={chosen} onIncomplete={onIncomplete} />
        ) : error ? null : (
          <Skeleton className="h-64" />
        )}
      </div>
    </>
  );
}

type StepsProps = {
  run: Run;
  kinds: readonly ImportKind[];
  ready: number;
  chosen: boolean;
  onIncomplete: (position: number, incomplete: boolean) => void;
};

function Steps({ run, kinds, ready, chosen, onIncomplete }: StepsProps) {
  const t = useTranslations('imports');
  const { status } = run;
  const refused = sum(run.counts.map((each) => each.refused));
  const judged = run.counts.length > 0 && status !== 'uploaded' && status !== 'checking';
  return (
    <>
      <StepBar status={status} />
      {isBusy(status) ? (
        <ImportProgress
          key={status}
          title={t(status === 'checking' ? 'checkingTitle' : 'runningTitle')}
          done={run.doneCount}
          total={run.totalCount}
        />
      ) : null}
      <Outcome run={run} ready={ready} refused={refused} />
      {judged ? <ImportCounts run={run} /> : null}
      {judged && refused > 0 ? <RefusedRows importId={run.id} count={refused} /> : null}
      {!chosen && isEditable(status) ? <p className="text-ink-muted">{t('nothingChosen')}</p> : null}
      {isEditable(status) ? <ImportFiles run={run} kinds={kinds} onIncomplete={onIncomplete} /> : null}
    </>
  );
}

/** What came out, in a sentence. */
function Outcome({ run, ready, refused }: { run: Run; ready: number; refused: number }) {
  const t = useTranslations('imports');
  const titles = {
    checked: t('checkedTitle'),
    completed: t('completedTitle'),
    cancelled: t('cancelledTitle'),
    failed: t('failedTitle'),
  };
  const { status, error } = run;
  if (status === 'uploaded' || isBusy(status)) return null;
  const title = titles[status as keyof typeof titles];
  const ofCheck = ready === 0 ? t('nothingReady') : refused === 0 ? t('allReady') : '';
  const detail = status === 'checked' ? ofCheck : status === 'cancelled' ? t('cancelAbout') : '';
  return (
    <Card className="px-4 py-3">
      <div role="status">
        <h2 className="font-semibold text-base">{title}</h2>
      </div>
      {status === 'failed' && error ? <p className="text-danger">{error}</p> : null}
      {detail ? <p className="text-ink-muted">{detail}</p> : null}
    </Card>
  );
}
