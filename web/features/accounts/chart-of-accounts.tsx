'use client';
import { createAccount, updateAccount } from '@atlas/accounting/contract';
import { Button, EmptyState, Input } from '@atlas/ui';
import { FileUp, ListTree, Plus } from 'lucide-react';
import Link from 'next/link';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ReportProblem, ReportSkeleton } from '../reports/report-frame.tsx';
import { useChartOfAccounts } from '../reports/use-chart-of-accounts.ts';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { ChartTable } from './chart-table.tsx';
import { type Account, chartRows } from './chart-tree.ts';
import { NewAccountDialog } from './new-account-dialog.tsx';

/** The accounts of the books as a tree: what they are, what they stand for, and the way to their ledgers. */
export function ChartOfAccounts() {
  const t = useTranslations('accounts');
  const may = useMay();
  const chart = useChartOfAccounts();
  const [search, setSearch] = useState('');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [edited, setEdited] = useState<Account | null>(null);
  const [adding, setAdding] = useState(false);
  const rows = useMemo(() => chartRows(chart.data ?? [], closed, search), [chart.data, closed, search]);
  const toggle = (id: string) =>
    setClosed((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  return (
    <>
      <PageHeader title={t('title')}>
        {may(createAccount) ? (
          <>
            <Button asChild look="quiet">
              <Link href="/imports/new">
                <FileUp aria-hidden /> <span className="max-sm:sr-only">{t('import')}</span>
              </Link>
            </Button>
            <Button look="primary" onClick={() => setAdding(true)}>
              <Plus aria-hidden /> {t('new')}
            </Button>
          </>
        ) : null}
      </PageHeader>
      <div className="flex min-h-0 flex-1 flex-col gap-3 p-3 sm:p-4">
        <Input
          type="search"
          className="max-w-sm shrink-0"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {chart.error ? <ReportProblem error={chart.error} onRetry={() => void chart.refetch()} /> : null}
        {chart.isPending ? <ReportSkeleton /> : null}
        {chart.data && rows.length === 0 ? (
          <div className="rounded-lg border bg-surface">
            <EmptyState
              icon={ListTree}
              title={t(search ? 'nothingFound' : 'emptyTitle')}
              description={t(search ? 'nothingFoundAbout' : 'emptyAbout')}
            />
          </div>
        ) : null}
        {rows.length > 0 ? (
          <ChartTable rows={rows} closed={closed} onToggle={toggle} onEdit={may(updateAccount) ? setEdited : null} />
        ) : null}
      </div>
      {edited ? <AccountDialog key={edited.id} account={edited} onClose={() => setEdited(null)} /> : null}
      {adding ? <NewAccountDialog chart={chart.data ?? []} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
