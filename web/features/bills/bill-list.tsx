'use client';
import { getParty } from '@atlas/parties/contract';
import { listBills, receiveBill } from '@atlas/purchasing/contract';
import { Button } from '@atlas/ui';
import { FileUp, ReceiptText } from 'lucide-react';
import Link from 'next/link';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { PartyPicker } from '../fields/party-picker.tsx';
import { ListScreen } from '../list/list-screen.tsx';
import type { Filter } from '../list/list-types.ts';
import { useOwnerFilter } from '../owners/owner-filter.tsx';
import { useMay } from '../session/may.ts';
import { useBillColumns } from './bill-columns.tsx';

function SupplierName({ id }: { id: string }) {
  const supplier = useRead(getParty, { id });
  return supplier.data?.name ?? '…';
}

function useFilters(): readonly Filter[] {
  const t = useTranslations('invoices');
  const bills = useTranslations('bills');
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
        options: (['bill', 'credit_note'] as const).map((value) => ({ value, label: bills(`kinds.${value}`) })),
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
        name: 'supplierId',
        label: bills('supplier'),
        kind: 'record',
        picker: (_value, onChange) => (
          <PartyPicker
            partyRole="supplier"
            chosenLabel=""
            aria-label={bills('supplier')}
            autoFocus
            onPick={(supplier) => onChange(supplier?.id ?? null)}
          />
        ),
        chosen: (value) => <SupplierName id={value} />,
      },
      { name: 'from', label: t('from'), kind: 'date' },
      { name: 'to', label: t('to'), kind: 'date' },
    ],
    [t, bills, owner],
  );
}

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
      filters={useFilters()}
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
