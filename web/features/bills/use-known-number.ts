'use client';
import { listBills } from '@atlas/purchasing/contract';
import { useRead } from '@/lib/api.ts';
import { useDelayed } from '@/lib/delayed.ts';
import type { Bill, Draft } from './draft.ts';

type Known = { id: string; number: string | null };

/** The bill that has this number of this supplier already, found while it is typed. */
export function useKnownNumber({ supplierId, supplierNumber, kind }: Draft, bill: Bill | undefined): Known | null {
  const typed = useDelayed(supplierNumber.trim(), 200);
  const enabled = supplierId !== '' && typed !== '';
  const input = { kind, supplierId, supplierNumber: typed, limit: 5 };
  const { data } = useRead(listBills, input, { enabled });
  if (!enabled || typed !== supplierNumber.trim()) return null;
  return data?.items.find(({ id, status }) => id !== bill?.id && status !== 'voided') ?? null;
}
