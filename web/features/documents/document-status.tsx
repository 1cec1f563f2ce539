'use client';
import { isBusinessDate } from '@atlas/kernel';
import { Badge, type BadgeTone } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { MoneyText } from '@/lib/format.tsx';
import { useOnClient } from '@/lib/on-client.ts';
import { today } from '@/lib/today.ts';

type Judged = {
  kind: string;
  status: 'draft' | 'posted' | 'voided';
  dueDate: string;
  open: MoneyText;
};

const tones: Record<string, BadgeTone> = {
  draft: 'neutral',
  open: 'accent',
  overdue: 'danger',
  settled: 'success',
  voided: 'warning',
};

/** Where an invoice or a bill stands: a posted one is open, overdue or settled. */
export function DocumentStatus({ document }: { document: Judged }) {
  const t = useTranslations('invoices');
  const onClient = useOnClient();
  const { status, dueDate, open, kind } = document;
  const due = !/[1-9]/.test(open.amount);
  const overdue = onClient && kind !== 'credit_note' && isBusinessDate(dueDate) && dueDate < today();
  const standing = status !== 'posted' ? status : due ? 'settled' : overdue ? 'overdue' : 'open';
  return <Badge tone={tones[standing] ?? 'neutral'}>{t(`status.${standing}`)}</Badge>;
}
