'use client';
import { readMonthlyResult, readProfitAndLoss } from '@atlas/accounting/contract';
import { readAgeing } from '@atlas/payments/contract';
import { listInvoices, readReceivablesAgeing, readRevenueBreakdown } from '@atlas/sales/contract';
import { Button, EmptyState, Select, Skeleton } from '@atlas/ui';
import { FileUp, LayoutDashboard, Plus } from 'lucide-react';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useOnClient } from '@/lib/on-client.ts';
import { useMay, useMayOpen } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { AgeingCard } from './ageing-card.tsx';
import { Figures } from './figures.tsx';
import { monthsShown, rangeOf } from './range.ts';
import { RevenueCard } from './revenue-card.tsx';
import { TopCustomersCard } from './top-customers-card.tsx';
import { Welcome } from './welcome.tsx';

/** How the company stands, for whoever may see any of it. */
export function DashboardContent() {
  const may = useMay();
  const figures = [readProfitAndLoss, readAgeing, readReceivablesAgeing, readMonthlyResult, readRevenueBreakdown];
  return may(listInvoices) && figures.some(may) ? <Cards /> : <Welcome />;
}

/** At a glance; every figure leads to what it is made of. */
function Cards() {
  const may = useMay();
  const nav = useTranslations('navigation');
  const onClient = useOnClient();
  const year = useSearchParams().get('year');
  const newest = useRead(listInvoices, { kind: 'invoice', status: 'posted', sort: '-date', limit: 1 });
  const oldest = useRead(listInvoices, { kind: 'invoice', status: 'posted', sort: 'date', limit: 1 });
  const last = newest.data?.items[0]?.date;
  const first = oldest.data?.items[0]?.date;
  if (onClient && newest.isSuccess && last === undefined) return <Beginning />;
  const range = last === undefined ? null : rangeOf(last, year);
  return (
    <>
      <PageHeader title={nav('dashboard')}>
        {first !== undefined && last !== undefined ? (
          <YearSelect first={first} last={last} year={year} />
        ) : (
          <Skeleton className="h-8 w-40" />
        )}
      </PageHeader>
      <div className="mx-auto grid w-full max-w-[90rem] gap-4 p-3 sm:p-4 lg:grid-cols-2">
        <Figures range={range} />
        {may(readMonthlyResult) ? <RevenueCard range={range} /> : null}
        {may(readRevenueBreakdown) ? <TopCustomersCard range={range} /> : null}
        {may(readAgeing) || may(readReceivablesAgeing) ? <AgeingCard /> : null}
      </div>
    </>
  );
}

function YearSelect({ first, last, year }: { first: string; last: string; year: string | null }) {
  const t = useTranslations('dashboard');
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const years = Array.from({ length: to - from + 1 }, (_, index) => String(to - index));
  return (
    <Select
      aria-label={t('range')}
      className="w-40"
      value={year ?? ''}
      onChange={(event) => {
        const { value } = event.currentTarget;
        window.history.pushState(null, '', value ? `/?year=${value}` : '/');
      }}
    >
      <option value="">{t('lastMonths', { count: monthsShown })}</option>
      {years.map((each) => (
        <option key={each} value={each}>
          {each}
        </option>
      ))}
    </Select>
  );
}

function Beginning() {
  const t = useTranslations('dashboard');
  const nav = useTranslations('navigation');
  const mayOpen = useMayOpen();
  return (
    <>
      <PageHeader title={nav('dashboard')} />
      <EmptyState icon={LayoutDashboard} title={t('emptyTitle')} description={t('emptyDetail')}>
        {mayOpen('/imports/new') ? (
          <Button asChild look="primary">
            <Link href="/imports/new" prefetch={false}>
              <FileUp aria-hidden /> {t('import')}
            </Link>
          </Button>
        ) : null}
        {mayOpen('/invoices/new') ? (
          <Button asChild>
            <Link href="/invoices/new" prefetch={false}>
              <Plus aria-hidden /> {t('firstInvoice')}
            </Link>
          </Button>
        ) : null}
      </EmptyState>
    </>
  );
}
