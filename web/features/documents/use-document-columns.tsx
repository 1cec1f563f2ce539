'use client';
import { type ComponentProps, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { type Formats, type MoneyText, useFormats } from '@/lib/format.tsx';
import type { Column } from '../list/list-types.ts';
import { OwnerName } from '../owners/owner-name.tsx';
import { DocumentStatus } from './document-status.tsx';

type Document = ComponentProps<typeof DocumentStatus>['document'] & {
  number: string | null;
  date: string;
  gross: MoneyText;
  ownerId: ComponentProps<typeof OwnerName>['id'];
};
type Words = ReturnType<typeof useTranslations<'invoices'>>;

/** What only invoices have, or only bills. */
export type OwnColumns<Row> = {
  readonly kind: (row: Row) => string;
  readonly party: Column<Row>;
  readonly reference: Column<Row>;
};

/** What a document is and whom it concerns. */
const aboutDocument = <Row extends Document>(t: Words, { kind, party, reference }: OwnColumns<Row>): Column<Row>[] => [
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
  { key: 'kind', label: t('kind'), width: 110, wide: true, extra: true, cell: kind, text: (row) => row.kind },
  party,
  reference,
];

/** When and how much. */
const aboutAmounts = <Row extends Document>(t: Words, { amount, date }: Formats): Column<Row>[] => [
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

const ownerColumn = <Row extends Document>(label: string): Column<Row> => ({
  key: 'owner',
  label,
  width: 130,
  wide: true,
  extra: true,
  cell: (row) => <OwnerName id={row.ownerId} />,
});

/** The columns of a list of invoices or of bills. @param own stays the same from one rendering to the next */
export function useDocumentColumns<Row extends Document>(own: OwnColumns<Row>): readonly Column<Row>[] {
  const t = useTranslations('invoices');
  const formats = useFormats();
  const owners = useTranslations('owners');
  return useMemo(
    () => [...aboutDocument(t, own), ...aboutAmounts<Row>(t, formats), ownerColumn<Row>(owners('owner'))],
    [t, own, formats, owners],
  );
}
