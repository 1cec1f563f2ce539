'use client';
import { readAgeing } from '@atlas/payments/contract';
import { readReceivablesAgeing } from '@atlas/sales/contract';
import { useRead } from '@/lib/api.ts';
import type { MoneyText } from '@/lib/format.tsx';
import { useOnClient } from '@/lib/on-client.ts';
import { today } from '@/lib/today.ts';
import { useMay } from '../session/may.ts';

type Bucket = {
  name: 'not_due' | '1_30' | '31_60' | '61_90' | 'over_90' | 'unallocated_credits';
  amount: MoneyText;
  count: number;
};

export type Receivables = {
  /** Whether one may see what customers owe at all. */
  shown: boolean;
  error: Error | null;
  /** Where it is told in full. */
  path: string;
  total: MoneyText | undefined;
  buckets: readonly Bucket[] | undefined;
};

/**
 * What customers owe today by how long it is overdue: of all of them, as it ties to the ledger, for whoever may read that;
 * for others of the invoices that they reach.
 */
export function useReceivables(): Receivables {
  const may = useMay();
  const onClient = useOnClient();
  const asOf = onClient ? today() : '2000-01-01';
  const [whole, reached] = [may(readAgeing), may(readReceivablesAgeing)];
  const ledger = useRead(readAgeing, { asOf }, { enabled: whole && onClient });
  const invoices = useRead(readReceivablesAgeing, { asOf }, { enabled: !whole && reached && onClient });
  if (whole) {
    const buckets = ledger.data?.sums.map(({ bucket, value, itemCount }) => ({ name: bucket, amount: value, count: itemCount }));
    return { shown: true, error: ledger.error, path: '/reports/ageing', total: ledger.data?.value, buckets };
  }
  const buckets = invoices.data?.buckets.map(({ invoiceCount, ...bucket }) => ({ ...bucket, count: invoiceCount }));
  return { shown: reached, error: invoices.error, path: '/invoices?open=true', total: invoices.data?.total, buckets };
}
