'use client';
import { jobs } from '@atlas/contract';
import { ProblemError } from '@atlas/sdk';
import { Button, Popover } from '@atlas/ui';
import { Activity, LoaderCircle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';

const busyMs = 1000;
const idleMs = 15_000;

const isOpen = ({ status }: { status: string }): boolean => status === 'queued' || status === 'running';

/** Background jobs: how many run and how far they are, wherever one is; tells when one is done. */
export function JobsIndicator() {
  const t = useTranslations('jobs');
  const { count } = useFormats();
  const watching = useRef(new Set<string>());
  const list = useRead(jobs.listJobs, { limit: 10 }, { refetchInterval: watching.current.size > 0 ? busyMs : idleMs });
  const items = list.error instanceof ProblemError ? [] : (list.data?.items ?? []);
  const open = items.filter(isOpen);

  useEffect(() => {
    for (const job of items) {
      const name = jobName(t, job.kind);
      if (isOpen(job)) watching.current.add(job.id);
      else if (watching.current.delete(job.id))
        notify(
          job.status === 'succeeded' ? 'success' : 'error',
          t(`done.${job.status === 'succeeded' ? 'succeeded' : 'failed'}`, { name }),
        );
    }
  }, [items, t]);

  return (
    <Popover
      align="end"
      label={t('title')}
      trigger={
        <Button
          look="quiet"
          size={open.length > 0 ? 'normal' : 'icon'}
          aria-label={t('label', { count: open.length })}
          className="max-sm:hidden"
        >
          {open.length > 0 ? <LoaderCircle className="animate-spin text-accent" aria-hidden /> : <Activity aria-hidden />}
          {open.length > 0 ? count(open.length) : null}
        </Button>
      }
    >
      <div className="flex w-72 flex-col gap-3">
        <h2 className="font-semibold">{t('title')}</h2>
        {items.length === 0 ? <p className="text-ink-muted">{t('none')}</p> : null}
        {items.map((job) => (
          <div key={job.id} className="flex flex-col gap-1">
            <div className="flex justify-between gap-2">
              <span className="truncate">{jobName(t, job.kind)}</span>
              <span className="shrink-0 text-ink-muted">{t(`status.${job.status}`)}</span>
            </div>
            {isOpen(job) ? (
              <progress
                className="h-1.5 w-full accent-accent"
                aria-label={jobName(t, job.kind)}
                max={job.totalCount ?? 1}
                {...(job.totalCount === null ? {} : { value: job.doneCount })}
              />
            ) : null}
            {job.totalCount === null ? null : (
              <span className="text-ink-muted text-xs">
                {t('progress', { done: count(job.doneCount), total: count(job.totalCount) })}
              </span>
            )}
          </div>
        ))}
      </div>
    </Popover>
  );
}

function jobName(t: ReturnType<typeof useTranslations<'jobs'>>, kind: string): string {
  const key = `kinds.${kind.replaceAll('.', '_')}` as 'kinds.imports_import_run';
  return t.has(key) ? t(key) : kind;
}
