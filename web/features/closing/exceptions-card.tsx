'use client';
import { listLockOverrides, type lockException, overrideLock } from '@atlas/accounting/contract';
import { Button, Card, Skeleton } from '@atlas/ui';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { OwnerName } from '../owners/owner-name.tsx';
import { ReportProblem } from '../reports/report-frame.tsx';
import { useMay } from '../session/may.ts';
import { OverrideDialog } from './override-dialog.tsx';

type Props = { exceptions: readonly z.output<typeof lockException>[] };

/** Who may post past locks at this moment, and everything that was. */
export function ExceptionsCard({ exceptions }: Props) {
  const t = useTranslations('closing');
  const may = useMay();
  const { instant } = useFormats();
  const [asking, setAsking] = useState(false);
  return (
    <Card className="flex flex-col gap-3 p-3" aria-label={t('exceptions')}>
      <div className="flex items-center gap-2">
        <h2 className="font-semibold">{t('exceptions')}</h2>
        {may(overrideLock) ? (
          <Button className="ms-auto" onClick={() => setAsking(true)}>
            {t('override')}
          </Button>
        ) : null}
      </div>
      {exceptions.map(({ id, area, reason, expiresAt, grantedTo }) => (
        <p key={id}>
          <OwnerName id={grantedTo} />: {t('exceptionHolds', { area: t(`areas.${area}`), until: instant(expiresAt), reason })}
        </p>
      ))}
      <Overrides />
      {asking ? <OverrideDialog onClose={() => setAsking(false)} /> : null}
    </Card>
  );
}

function Overrides() {
  const t = useTranslations('closing');
  const { date, instant } = useFormats();
  const { data, error, refetch } = useRead(listLockOverrides, { limit: 50 });
  if (error) return <ReportProblem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-10" />;
  if (data.items.length === 0) return <p className="text-ink-muted">{t('noOverrides')}</p>;
  return (
    <ul className="flex flex-col gap-2" aria-label={t('overrides')}>
      {data.items.map((each) => (
        <li key={each.entryId} className="flex flex-wrap gap-x-3 border-t pt-2">
          <Link href={`/journals/${each.entryId}`} className="text-accent underline">
            {each.number}
          </Link>
          <span className="tabular-nums">{date(each.date)}</span>
          <span>{t(`areas.${each.area}`)}</span>
          <span className="text-ink-muted">{each.reason}</span>
          <span className="ms-auto text-ink-muted">
            <OwnerName id={each.postedBy} />, {instant(each.postedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}
