'use client';
import type { listBills } from '@atlas/purchasing/contract';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { type Formats, useFormats } from '@/lib/format.tsx';
import { DocumentStatus } from '../documents/document-status.tsx';
import type { Column, RowOf } from '../list/list-types.ts';
import { OwnerName } from '../owners/owner-name.tsx';

type Columns = readonly Column<RowOf<typeof listBills>>[];
type Words = ReturnType<typeof useTranslations<'invoices'>>;
type BillWords = ReturnType<typeof useTranslations<'bills'>>;

/** What a document is and whom it concerns. */
const documentColumns = (t: Words, bills: BillWords): Columns => [
  {
    key: 'number',
    label: t('number'),
    width: 130,
    sort: 'number',
    fixed: true,
    cell: (row) => row.number ?? t('status.draft'),
    text: (row) => row.number ?? '',
  },
  {
    key: 'status',
    label: t('state'),
    width: 95,
    wide: true,
    cell: (row) => <DocumentStatus document={row} />,
    text: (row) => row.status,
  },
  {
    key: 'kind',
    label: t('kind'),
    width: 110,
    wide: true,
    extra: true,
    cell: (row) => bills(`kinds.${row.kind}`),
    text: (row) => row.kind,
  },
  {
    key: 'supplier',
    label: bills('supplier'),
    width: 80,
    grow: 3,
    sort: 'supplier',
    cell: (row) => row.supplierName,
    text: (row) => row.supplierName,
  },
  {
    key: 'supplierNumber',
    label: bills('supplierNumber'),
    width: 120,
    wide: true,
    cell: (row) => row.supplierNumber,
    text: (row) => row.supplierNumber ?? '',
  },
];

/** When and how much. */
const amountColumns = (t: Words, { amount, date }: Formats): Columns => [
  { key: 'date', label: t('date'), width: 100, sort: 'date', wide: true, cell: (row) => date(row.date), text: (row) => row.date },
  { key: 'dueDate', label: t('dueDate'), width: 100, wide: true, cell: (row) => date(row.dueDate), text: (row) => row.dueDate },
  {
    key: 'gross',
    label: t('gross'),
    width: 110,
    align: 'end',
    sort: 'gross',
    cell: (row) => amount(row.gross),
    text: (row) => row.gross.amount,
  },
  {
    key: 'open',
    label: t('open'),
    width: 110,
    align: 'end',
    wide: true,
    cell: (row) => amount(row.open),
    text: (row) => row.open.amount,
  },
];

/** The columns of the list of bills. */
export function useBillColumns(): Columns {
  const t = useTranslations('invoices');
  const bills = useTranslations('bills');
  const formats = useFormats();
  const owners = useTranslations('owners');
  return useMemo(
    () => [
      ...documentColumns(t, bills),
      ...amountColumns(t, formats),
      {
        key: 'owner',
        label: owners('owner'),
        width: 130,
        wide: true,
        extra: true,
        cell: (row) => <OwnerName id={row.ownerId} />,
      },
    ],
    [t, bills, formats, owners],
  );
}
