'use client';
import { listInvoices, postInvoice } from '@atlas/sales/contract';
import { Button } from '@atlas/ui';
import { FileText, Send } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useDocumentFilters } from '../documents/use-document-filters.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import { useBulk } from '../list/use-bulk.ts';
import { useMay } from '../session/may.ts';
import { useInvoiceColumns } from './invoice-columns.tsx';

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
      filters={useDocumentFilters({ role: 'customer', party: t('customer'), kind: 'invoice', kindLabel: t('kinds.invoice') })}
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
