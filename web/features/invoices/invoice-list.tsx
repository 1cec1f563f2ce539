'use client';
import { getParty } from '@atlas/parties/contract';
import { listInvoices, postInvoice } from '@atlas/sales/contract';
import { Button } from '@atlas/ui';
import { FileText, Send } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { ListScreen } from '../list/list-screen.tsx';
import type { Filter } from '../list/list-types.ts';
import { useBulk } from '../list/use-bulk.ts';
import { useOwnerFilter } from '../owners/owner-filter.tsx';
import { useMay } from '../session/may.ts';
import { CustomerPicker } from './customer-picker.tsx';
import { useInvoiceColumns } from './invoice-columns.tsx';

function CustomerName({ id }: { id: string }) {
  const customer = useRead(getParty, { id });
  return customer.data?.name ?? '…';
}

function useFilters(): readonly Filter[] {
  const t = useTranslations('invoices');
  const owner = useOwnerFilter();
  return useMemo(
    () => [
      owner,
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
    [t, owner],
  );
}

/** Invoices and credit notes. */
export function InvoiceList() {
  const t = useTranslations('invoices');
  const may = useMay();
  const post = useBulk(postInvoice, ['sales.', 'accounting.']);
  return (
    <ListScreen
      name="invoices"
      title={t('plural')}
      icon={FileText}
      route={listInvoices}
      columns={useInvoiceColumns()}
      filters={useFilters()}
      defaultSort="-date"
      pathOf={(row) => `/invoices/${row.id}`}
      empty={{ title: t('emptyTitle'), description: t('emptyDetail') }}
      create={{ path: '/invoices/new', label: t('new') }}
      importPath="/imports/new"
      bulk={
        may(postInvoice)
          ? (rows, done) => {
              const drafts = rows.filter(({ status }) => status === 'draft');
              return (
                <Button
                  size="small"
                  look="primary"
                  busy={post.busy}
                  disabled={drafts.length === 0}
                  onClick={() =>
                    void post.run(drafts.map(({ id }) => ({ id }))).then((count) => (count > 0 ? done() : undefined))
                  }
                >
                  <Send aria-hidden /> {t('postDrafts', { count: drafts.length })}
                </Button>
              );
            }
          : undefined
      }
    />
  );
}
