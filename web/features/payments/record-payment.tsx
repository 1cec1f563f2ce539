'use client';
import type { MoneyJson } from '@atlas/kernel';
import { postPayment } from '@atlas/payments/contract';
import { Button } from '@atlas/ui';
import { Banknote } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useMay } from '../session/may.ts';
import type { Direction } from './draft.ts';

type Props = { direction: Direction; partyId: string; open: MoneyJson };

/** Leads from a document that is not paid to the payment that settles it. */
export function RecordPayment({ direction, partyId, open }: Props) {
  const t = useTranslations('payments');
  const may = useMay();
  if (!may(postPayment) || !/[1-9]/.test(open.amount) || open.amount.startsWith('-')) return null;
  return (
    <Button asChild look="primary">
      <Link href={`/payments/new?direction=${direction}&partyId=${partyId}`} prefetch={false}>
        <Banknote aria-hidden /> {t('record')}
      </Link>
    </Button>
  );
}
