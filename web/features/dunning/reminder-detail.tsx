'use client';
import { getReminder, listReminderFiles, reverseReminder } from '@atlas/payments/contract';
import { Badge, Button, Card } from '@atlas/ui';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { download } from '@/lib/download.ts';
import { useFormats } from '@/lib/format.tsx';
import { EntryCard } from '../documents/entry-card.tsx';
import { Facts } from '../record/facts.tsx';
import { HistoryCard } from '../record/history.tsx';
import { RecordState } from '../record/record-state.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import type { Reminder } from './dunning.ts';
import { RemindedItems } from './reminded-items.tsx';
import { ReverseReminder } from './reverse-reminder.tsx';

/** A reminder as it was written, with its fee and what became of its mail. */
export function ReminderDetail({ id }: { id: string }) {
  const query = useRead(getReminder, { id });
  return <RecordState query={query}>{(found) => <ReminderPage reminder={found} />}</RecordState>;
}

function ReminderPage({ reminder: shown }: { reminder: Reminder }) {
  const t = useTranslations('dunning');
  const may = useMay();
  const { date, money } = useFormats();
  const files = useRead(listReminderFiles, { id: shown.id }, { enabled: may(listReminderFiles) });
  const [reversing, setReversing] = useState(false);
  return (
    <>
      <PageHeader
        title={shown.number}
        trail={[
          { label: t('plural'), path: '/dunning' },
          { label: t('runOf', { date: date(shown.date) }), path: `/dunning/${shown.runId}` },
        ]}
        badge={shown.reversedOn ? <Badge>{t('takenBackOn', { date: date(shown.reversedOn) })}</Badge> : null}
      >
        {files.data?.items.map((file) => (
          <Button
            key={file.id}
            onClick={() => void download(`/v1/reminders/${shown.id}/attachments/${file.id}/content`, file.name)}
          >
            {t('print')}
          </Button>
        ))}
        {shown.reversedOn === null && may(reverseReminder) ? (
          <Button onClick={() => setReversing(true)}>{t('takeBack')}</Button>
        ) : null}
      </PageHeader>
      <div className="grid items-start gap-4 p-3 sm:p-4 xl:grid-cols-[1fr_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card className="p-4">
            <Link href={`/customers/${shown.partyId}`} className="font-semibold text-lg hover:underline">
              {shown.partyName}
            </Link>
            <Facts
              facts={[
                [t('level'), `${shown.level} · ${shown.levelName}`],
                [t('fee'), money(shown.fee)],
                [t('mail'), t(`mails.${shown.mail}`)],
                [t('total'), shown.figures.map(({ total }) => money(total)).join(' + ')],
                [t('reason'), shown.reversalReason],
              ]}
            />
          </Card>
          <RemindedItems reminder={shown} />
          <Card className="p-4">
            <h2 className="mb-2 font-semibold">{shown.subject}</h2>
            <p lang={shown.locale} className="whitespace-pre-wrap">
              {shown.body}
            </p>
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {shown.entryId ? <EntryCard entryId={shown.entryId} /> : null}
          <HistoryCard subjectId={shown.id} />
        </div>
      </div>
      {reversing ? <ReverseReminder reminder={shown} onClose={() => setReversing(false)} /> : null}
    </>
  );
}
