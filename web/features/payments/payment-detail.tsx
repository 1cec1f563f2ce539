'use client';
import { getPayment, reversePayment } from '@atlas/payments/contract';
import { Badge, Button, Card } from '@atlas/ui';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { EntryCard } from '../documents/entry-card.tsx';
import { Facts } from '../record/facts.tsx';
import { HistoryCard } from '../record/history.tsx';
import { RecordState } from '../record/record-state.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { AllocationsCard } from './allocations-card.tsx';
import type { Payment } from './payment.ts';
import { ReverseDialog } from './reverse-dialog.tsx';

/** A payment with what it settles, its entry and its history. */
export function PaymentDetail({ id }: { id: string }) {
  const query = useRead(getPayment, { id });
  return <RecordState query={query}>{(found) => <PaymentPage payment={found} />}</RecordState>;
}

function PaymentPage({ payment: shown }: { payment: Payment }) {
  const t = useTranslations('payments');
  const may = useMay();
  const { date, money } = useFormats();
  const [reversing, setReversing] = useState(false);
  const partyPath = `/${shown.ledger === 'receivable' ? 'customers' : 'suppliers'}/${shown.partyId}`;
  return (
    <>
      <PageHeader
        title={shown.number}
        trail={[{ label: t('plural'), path: '/payments' }]}
        badge={shown.reversedOn ? <Badge>{t('takenBackOn', { date: date(shown.reversedOn) })}</Badge> : null}
      >
        {shown.reversedOn === null && may(reversePayment) ? (
          <Button onClick={() => setReversing(true)}>{t('takeBack')}</Button>
        ) : null}
      </PageHeader>
      <div className="grid items-start gap-4 p-3 sm:p-4 xl:grid-cols-[1fr_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card className="p-4">
            <div className="mb-4 flex flex-wrap items-start justify-between gap-4">
              <div>
                <p className="text-ink-muted text-xs">{t(`directions.${shown.direction}`)}</p>
                <Link href={partyPath} className="font-semibold text-lg hover:underline">
                  {shown.partyName}
                </Link>
              </div>
              <p className="font-semibold text-xl">{money(shown.amount)}</p>
            </div>
            <Facts
              facts={[
                [t('date'), date(shown.date)],
                [t('account'), shown.accountName],
                ...(shown.amount.currency === shown.value.currency ? [] : [[t('value'), money(shown.value)] as const]),
                [t('advance'), money(shown.open)],
                [t('reference'), shown.reference],
                [t('note'), shown.note],
              ]}
            />
          </Card>
          <AllocationsCard payment={shown} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <EntryCard entryId={shown.entryId} />
          <HistoryCard subjectId={shown.id} />
        </div>
      </div>
      {reversing ? <ReverseDialog payment={shown} onClose={() => setReversing(false)} /> : null}
    </>
  );
}
