'use client';
import type { yearClose } from '@atlas/accounting/contract';
import { jobs } from '@atlas/contract';
import { Badge, Card } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { ImportProgress } from '../imports/import-progress.tsx';

type Close = z.output<typeof yearClose>;

const tones = { running: 'accent', closed: 'success', failed: 'danger', reopened: 'warning' } as const;

/** Every close of a year, newest first, with its entries and with who said why. */
export function CloseHistory({ closes }: { closes: readonly Close[] }) {
  const t = useTranslations('closing');
  const [newest] = closes;
  return (
    <>
      {newest?.status === 'running' ? <Running jobId={newest.jobId} /> : null}
      <Card className="flex flex-col gap-2 p-3" aria-label={t('history')}>
        <h2 className="font-semibold">{t('history')}</h2>
        {closes.length === 0 ? <p className="text-ink-muted">{t('neverClosed')}</p> : null}
        <ul>
          {closes.map((close) => (
            <CloseRow key={close.id} close={close} />
          ))}
        </ul>
      </Card>
    </>
  );
}

function Running({ jobId }: { jobId: string }) {
  const t = useTranslations('closing');
  const { data } = useRead(jobs.getJob, { id: jobId }, { refetchInterval: 500 });
  return <ImportProgress title={t('statuses.running')} done={data?.doneCount ?? 0} total={data?.totalCount ?? null} />;
}

function CloseRow({ close }: { close: Close }) {
  const t = useTranslations('closing');
  const { instant, money } = useFormats();
  const { status, requestedAt, result, entryId, reversalId, error } = close;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t py-2 first:border-t-0">
      <Badge tone={tones[status]}>{t(`statuses.${status}`)}</Badge>
      <span className="text-ink-muted">{instant(requestedAt)}</span>
      {result ? <span className="tabular-nums">{t('result', { amount: money(result) })}</span> : null}
      {entryId ? <EntryLink id={entryId} label={t('entry')} /> : null}
      {reversalId ? <EntryLink id={reversalId} label={t('reversal')} /> : null}
      <span className="w-full text-ink-muted">{error ?? close.reopenReason ?? close.overrideReason}</span>
    </li>
  );
}

const EntryLink = ({ id, label }: { id: string; label: string }) => (
  <Link href={`/journals/${id}`} className="text-accent underline">
    {label}
  </Link>
);
