'use client';
import { listDimensions, listDimensionValues } from '@atlas/accounting/contract';
import { useQuery } from '@tanstack/react-query';
import { api, useRead } from '@/lib/api.ts';
import { useMay } from '../session/may.ts';
import type { Dimension } from './value-tree.ts';

/** The dimensions of the workspace: there are a handful. */
export const useDimensions = (enabled = true) => useRead(listDimensions, { limit: 200 }, { enabled });

/** All values of a dimension, in order of their codes. */
export function useDimensionValues(dimensionId: string | null) {
  return useQuery({
    queryKey: [listDimensionValues.name, 'all', dimensionId],
    queryFn: async ({ signal }) => {
      const values = [];
      const input = { dimensionId: dimensionId ?? '', limit: 200 };
      for await (const { items } of api.allPages(listDimensionValues, input, { signal })) values.push(...items);
      return values;
    },
    enabled: dimensionId !== null,
  });
}

/** The dimensions that lines may name a value of; none for who may not look at them. */
export function useUsedDimensions(): readonly Dimension[] {
  const may = useMay();
  const { data } = useDimensions(may(listDimensions) && may(listDimensionValues));
  return (data?.items ?? []).filter(({ archivedAt }) => archivedAt === null);
}
