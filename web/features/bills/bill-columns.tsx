'use client';
import type { listBills } from '@atlas/purchasing/contract';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { type OwnColumns, useDocumentColumns } from '../documents/use-document-columns.tsx';
import type { RowOf } from '../list/list-types.ts';

/** The columns of the list of bills. */
export function useBillColumns() {
  const t = useTranslations('bills');
  const own = useMemo(
    (): OwnColumns<RowOf<typeof listBills>> => ({
      kind: (row) => t(`kinds.${row.kind}`),
      party: {
        key: 'supplier',
        label: t('supplier'),
        width: 80,
        grow: 3,
        sort: 'supplier',
        cell: (row) => row.supplierName,
        text: (row) => row.supplierName,
      },
      reference: {
        key: 'supplierNumber',
        label: t('supplierNumber'),
        width: 120,
        wide: true,
        cell: (row) => row.supplierNumber,
        text: (row) => row.supplierNumber ?? '',
      },
    }),
    [t],
  );
  return useDocumentColumns(own);
}
