'use client';
import { listJournalSchedules, stopJournalSchedule } from '@atlas/accounting/contract';
import { Badge, Button, EmptyState } from '@atlas/ui';
import { Repeat } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand, useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import type { RowOf } from '../list/list-types.ts';
import { useMay } from '../session/may.ts';
import { ConfirmDeed } from '../settings/confirm-deed.tsx';
import { PartState } from '../settings/part-state.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { JournalTabs } from './journal-tabs.tsx';

type Schedule = RowOf<typeof listJournalSchedules>;

/** Journals that come again and again: when next, and why not. */
export function ScheduleList() {
  const t = useTranslations('journals');
  const schedules = useRead(listJournalSchedules, { limit: 200 });
  const stop = useCommand(stopJournalSchedule, ['accounting.journal_schedule']);
  const [stopping, setStopping] = useState<Schedule | null>(null);
  return (
    <>
      <JournalTabs />
      <PageHeader title={t('tabs.recurring')}>
        <Button asChild look="primary">
          <Link href="/journals/new">{t('new')}</Link>
        </Button>
      </PageHeader>
      <div className="p-3 sm:p-4">
        <PartState query={schedules} rows={3}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={Repeat} title={t('noSchedules')} description={t('noSchedulesAbout')} />
            ) : (
              <ul className="divide-y rounded-lg border bg-surface">
                {items.map((schedule) => (
                  <ScheduleRow key={schedule.id} schedule={schedule} onStop={() => setStopping(schedule)} />
                ))}
              </ul>
            )
          }
        </PartState>
      </div>
      <ConfirmDeed
        subject={stopping}
        title={({ description }) => t('stopTitle', { description })}
        about={t('stopAbout')}
        label={t('stop')}
        deed={({ id }) => stop.mutateAsync({ id })}
        done={({ description }) => t('stopped', { description })}
        onClose={() => setStopping(null)}
      />
    </>
  );
}

function ScheduleRow({ schedule, onStop }: { schedule: Schedule; onStop: () => void }) {
  const t = useTranslations('journals');
  const may = useMay();
  const { date, money } = useFormats();
  const { everyCount, everyUnit, nextOn, failure } = schedule;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <div className="min-w-48 flex-1">
        <p className="font-medium">{schedule.description}</p>
        <p className="text-ink-muted text-xs">
          {t('everyWords', { count: everyCount, unit: t(`units.${everyUnit}`) })} · {t(`doing.${schedule.does}`)}
        </p>
        {failure ? <p className="text-danger text-xs">{t('notPosted', { reason: failure })}</p> : null}
      </div>
      <span>{money(schedule.total)}</span>
      {nextOn ? <span>{t('nextOn', { date: date(nextOn) })}</span> : <Badge>{t('over')}</Badge>}
      {nextOn && may(stopJournalSchedule) ? <Button onClick={onStop}>{t('stop')}</Button> : null}
    </li>
  );
}
