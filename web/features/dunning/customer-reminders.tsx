'use client';
import { getDunningParty, listDunningHolds, listReminders, releaseDunning, saveDunningParty } from '@atlas/payments/contract';
import { Button, Card, Skeleton } from '@atlas/ui';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand, useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { useRefused } from '../documents/use-refused.ts';
import { useMay } from '../session/may.ts';
import { DunningTerms } from './dunning-terms.tsx';

/** What a customer was reminded of, what they are not, and in which language. */
export function CustomerReminders({ partyId }: { partyId: string }) {
  const t = useTranslations('dunning');
  const may = useMay();
  const { date, money } = useFormats();
  const [editing, setEditing] = useState(false);
  const terms = useRead(getDunningParty, { partyId });
  const reminders = useRead(listReminders, { partyId, limit: 10 });
  return (
    <Card className="p-4">
      <div className="mb-2 flex items-center justify-between gap-3">
        <h2 className="font-semibold">{t('reminders')}</h2>
        {terms.data && may(saveDunningParty) ? (
          <Button size="small" onClick={() => setEditing(true)}>
            {t('terms')}
          </Button>
        ) : null}
      </div>
      {terms.data?.excluded ? <p className="mb-2">{t('isExcluded', { reason: terms.data.reason ?? '' })}</p> : null}
      {reminders.isPending ? <Skeleton className="h-16" /> : null}
      {reminders.data?.items.length === 0 ? <p className="text-ink-muted">{t('noReminders')}</p> : null}
      <ul>
        {reminders.data?.items.map((each) => (
          <li key={each.id}>
            <Link href={`/reminders/${each.id}`} prefetch={false} className="flex h-8 items-center gap-3 hover:bg-hover">
              <span className="w-36 shrink-0 truncate font-medium">{each.number}</span>
              <span className="w-24 text-ink-muted max-sm:hidden">{date(each.date)}</span>
              <span>{each.reversedOn ? t('takenBackOn', { date: date(each.reversedOn) }) : each.levelName}</span>
              <span className="ml-auto">{money(each.fee)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <Holds partyId={partyId} />
      {editing && terms.data ? <DunningTerms terms={terms.data} onClose={() => setEditing(false)} /> : null}
    </Card>
  );
}

function Holds({ partyId }: { partyId: string }) {
  const t = useTranslations('dunning');
  const may = useMay();
  const refused = useRefused();
  const { date } = useFormats();
  const holds = useRead(listDunningHolds, { partyId, limit: 50 });
  const release = useCommand(releaseDunning, ['payments.dunning']);
  if (!holds.data || holds.data.items.length === 0) return null;
  return (
    <>
      <h3 className="mt-3 mb-1 font-medium">{t('onHold')}</h3>
      <ul>
        {holds.data.items.map(({ entryId, documentNumber, reason, until }) => (
          <li key={entryId} className="flex min-h-8 items-center gap-3">
            <span className="w-36 shrink-0 truncate font-medium">{documentNumber}</span>
            <span className="min-w-0 flex-1">{until ? t('reasonUntil', { reason, date: date(until) }) : reason}</span>
            {may(releaseDunning) ? (
              <Button
                size="small"
                look="quiet"
                aria-label={t('releaseOf', { document: documentNumber })}
                onClick={() => release.mutate({ entryId }, { onError: refused })}
              >
                {t('release')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
