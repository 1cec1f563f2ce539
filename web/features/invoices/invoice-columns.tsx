'use client';
import type { listInvoices } from '@atlas/sales/contract';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { type OwnColumns, useDocumentColumns } from '../documents/use-document-columns.tsx';
import type { RowOf } from '../list/list-types.ts';

/** The columns of the list of invoices. */
export function useInvoiceColumns() {
  const t = useTranslations('invoices');
  const own = useMemo(
    (): OwnColumns<RowOf<typeof listInvoices>> => ({
      kind: (row) => t(`kinds.${row.kind}`),
      party: {
        key: 'customer',
        label: t('customer'),
        width: 80,
        grow: 3,
        sort: 'customer',
        cell: (row) => row.customerName,
        text: (row) => row.customerName,
      },
      reference: {
        key: 'reference',
        label: t('reference'),
        width: 95,
        wide: true,
        cell: (row) => row.reference,
        text: (row) => row.reference ?? '',
      },
    }),
    [t],
  );
  return useDocumentColumns(own);
}
