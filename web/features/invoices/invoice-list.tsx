'use client';
import { getParty } from '@atlas/parties/contract';
import { listInvoices, postInvoice } from '@atlas/sales/contract';
import { Button } from '@atlas/ui';
import { FileText, Send } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import type { Column, Filter, RowOf } from '../list/list-types.ts';
import { useBulk } from '../list/use-bulk.ts';
import { CustomerPicker } from './customer-picker.tsx';
import { InvoiceStatus } from './invoice-status.tsx';

type Row = RowOf<typeof listInvoices>;

function CustomerName({ id }: { id: string }) {
  const customer = useRead(getParty, { id });
  return customer.data?.name ?? '…';
}

function useColumns(): readonly Column<Row>[] {
  const t = useTranslations('invoices');
  const { amount, date } = useFormats();
  return useMemo(
    () => [
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
        cell: (row) => <InvoiceStatus invoice={row} />,
        text: (row) => row.status,
      },
      {
        key: 'kind',
        extra: true,
        label: t('kind'),
        width: 110,
        wide: true,
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
      {
        key: 'date',
        label: t('date'),
        width: 100,
        sort: 'date',
        wide: true,
        cell: (row) => date(row.date),
        text: (row) => row.date,
      },
      {
        key: 'dueDate',
        label: t('dueDate'),
        width: 100,
        wide: true,
        cell: (row) => date(row.dueDate),
        text: (row) => row.dueDate,
      },
      {
        key: 'currency',
        extra: true,
        label: t('currency'),
        width: 80,
        wide: true,
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
    ],
    [t, amount, date],
  );
}

function useFilters(): readonly Filter[] {
  const t = useTranslations('invoices');
  return useMemo(
    () => [
      {
        name: 'status',
        label: t('state'),
        kind: 'choice',
        options: (['draft', 'posted', 'voided'] as const).map((value) => ({ value, label: t(`status.${value}`) })),
      },
      {
        name: 'kind',
        label: t('kind'),
        kind: 'choice',
        options: (['invoice', 'credit_note'] as const).map((value) => ({ value, label: t(`kinds.${value}`) })),
      },
      {
        name: 'open',
        label: t('open'),
        kind: 'choice',
        options: [
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ],
      },
      {
        name: 'customerId',
        label: t('customer'),
        kind: 'record',
        picker: (_value, onChange) => (
          <CustomerPicker
            chosenLabel=""
            aria-label={t('customer')}
            autoFocus
            onPick={(customer) => onChange(customer?.id ?? null)}
          />
        ),
        chosen: (value) => <CustomerName id={value} />,
      },
      { name: 'from', label: t('from'), kind: 'date' },
      { name: 'to', label: t('to'), kind: 'date' },
    ],
    [t],
  );
}

/** Invoices and credit notes. */
export function InvoiceList() {
  const t = useTranslations('invoices');
  const post = useBulk(postInvoice, ['sales.', 'accounting.']);
  return (
    <ListScreen
      name="invoices"
      title={t('plural')}
      icon={FileText}
      route={listInvoices}
      columns={useColumns()}
      filters={useFilters()}
      defaultSort="-date"
      pathOf={(row) => `/invoices/${row.id}`}
      empty={{ title: t('emptyTitle'), description: t('emptyDetail') }}
      create={{ path: '/invoices/new', label: t('new') }}
      importPath="/imports/new"
      bulk={(rows, done) => {
        const drafts = rows.filter(({ status }) => status === 'draft');
        return (
          <Button
            size="small"
            look="primary"
            busy={post.busy}
            disabled={drafts.length === 0}
            onClick={() => void post.run(drafts.map(({ id }) => ({ id }))).then((count) => (count > 0 ? done() : undefined))}
          >
            <Send aria-hidden /> {t('postDrafts', { count: drafts.length })}
          </Button>
        );
      }}
    />
  );
}
