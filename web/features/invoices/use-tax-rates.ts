'use client';
import { listTaxCodes } from '@atlas/catalog/contract';
import { useCallback } from 'react';
import { useRead } from '@/lib/api.ts';

/** The tax codes of the workspace and their rates; none is zero. */
export function useTaxRates() {
  const { data } = useRead(listTaxCodes, { limit: 200 });
  const rateOf = useCallback((id: string | null): string => data?.items.find((each) => each.id === id)?.rate ?? '0', [data]);
  return { taxCodes: data?.items ?? [], rateOf };
}
