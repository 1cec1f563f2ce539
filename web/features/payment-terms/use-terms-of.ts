'use client';
import { listPaymentTerms } from '@atlas/payments/contract';
import { useRead } from '@/lib/api.ts';
import { useMay } from '../session/may.ts';

/** Payment terms that something names, as far as one may read them. */
export function useTermsOf(id: string | null) {
  const may = useMay();
  const { data } = useRead(listPaymentTerms, { limit: 200 }, { enabled: id !== null && may(listPaymentTerms) });
  return data?.items.find((terms) => terms.id === id);
}
