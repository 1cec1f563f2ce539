'use client';
import { listBills, receiveBill } from '@atlas/purchasing/contract';
import { Button } from '@atlas/ui';
import { FileUp, ReceiptText } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useDocumentFilters } from '../documents/use-document-filters.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import { useMay } from '../session/may.ts';
import { useBillColumns } from './bill-columns.tsx';

/** Bills and credit notes of suppliers. */
export function BillList() {
  const t = useTranslations('bills');
  const may = useMay();
  return (
    <ListScreen
      name="bills"
      title={t('plural')}
      icon={ReceiptText}
      route={listBills}
      columns={useBillColumns()}
      filters={useDocumentFilters({ role: 'supplier', party: t('supplier'), kind: 'bill', kindLabel: t('kinds.bill') })}
      defaultSort="-date"
      pathOf={(row) => `/bills/${row.id}`}
      empty={{ title: t('emptyTitle'), description: t('emptyDetail') }}
      create={{ path: '/bills/new', label: t('new') }}
      importPath="/imports/new"
      actions={
        may(receiveBill) ? (
          <Button asChild>
            <Link href="/bills/receive">
              <FileUp aria-hidden /> <span className="max-sm:sr-only">{t('receive')}</span>
            </Link>
          </Button>
        ) : null
      }
    />
  );
}
