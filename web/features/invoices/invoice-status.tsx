'use client';
import { isBusinessDate } from '@atlas/kernel';
import type { invoiceSummary } from '@atlas/sales/contract';
import { Badge, type BadgeTone } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useOnClient } from '@/lib/on-client.ts';
import { today } from '@/lib/today.ts';

type Judged = Pick<z.output<typeof invoiceSummary>, 'kind' | 'status' | 'dueDate' | 'open'>;

const tones: Record<string, BadgeTone> = {
  draft: 'neutral',
  open: 'accent',
  overdue: 'danger',
  settled: 'success',
  voided: 'warning',
};

/** Where an invoice stands: a posted one is open, overdue or settled. */
export function InvoiceStatus({ invoice }: { invoice: Judged }) {
  const t = useTranslations('invoices');
  const onClient = useOnClient();
  const { status, dueDate, open, kind } = invoice;
  const due = !/[1-9]/.test(open.amount);
  const overdue = onClient && kind === 'invoice' && isBusinessDate(dueDate) && dueDate < today();
  const standing = status !== 'posted' ? status : due ? 'settled' : overdue ? 'overdue' : 'open';
  return <Badge tone={tones[standing] ?? 'neutral'}>{t(`status.${standing}`)}</Badge>;
}
