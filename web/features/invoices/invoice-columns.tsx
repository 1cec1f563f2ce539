'use client';
import type { listInvoices } from '@atlas/sales/contract';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { type Formats, useFormats } from '@/lib/format.tsx';
import { DocumentStatus } from '../documents/document-status.tsx';
import type { Column, RowOf } from '../list/list-types.ts';
import { OwnerName } from '../owners/owner-name.tsx';

type Columns = readonly Column<RowOf<typeof listInvoices>>[];
type Words = ReturnType<typeof useTranslations<'invoices'>>;

/** What a document is and whom it concerns. */
const documentColumns = (t: Words): Columns => [
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
    cell: (row) => t(`kinds.${row.kind}`),
    text: (row) => row.kind,
  },
  {
    key: 'customer',
    label: t('customer'),
    width: 80,
    grow: 3,
    sort: 'customer',
    cell: (row) => row.customerName,
    text: (row) => row.customerName,
  },
  {
    key: 'reference',
    label: t('reference'),
    width: 95,
    wide: true,
    cell: (row) => row.reference,
    text: (row) => row.reference ?? '',
  },
];

/** When and how much. */
const amountColumns = (t: Words, { amount, date }: Formats): Columns => [
  { key: 'date', label: t('date'), width: 100, sort: 'date', wide: true, cell: (row) => date(row.date), text: (row) => row.date },
  { key: 'dueDate', label: t('dueDate'), width: 100, wide: true, cell: (row) => date(row.dueDate), text: (row) => row.dueDate },
  {
    key: 'currency',
    label: t('currency'),
    width: 80,
    wide: true,
    extra: true,
    cell: (row) => row.gross.currency,
    text: (row) => row.gross.currency,
  },
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

const ownerColumn = (label: string): Columns[number] => ({
  key: 'owner',
  label,
  width: 130,
  wide: true,
  extra: true,
  cell: (row) => <OwnerName id={row.ownerId} />,
});

/** The columns of the list of invoices. */
export function useInvoiceColumns(): Columns {
  const t = useTranslations('invoices');
  const formats = useFormats();
  const owners = useTranslations('owners');
  return useMemo(() => [...documentColumns(t), ...amountColumns(t, formats), ownerColumn(owners('owner'))], [t, formats, owners]);
}
