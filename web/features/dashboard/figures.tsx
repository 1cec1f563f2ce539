'use client';
import { readProfitAndLoss } from '@atlas/accounting/contract';
import { moneyFromJson, moneyJson } from '@atlas/kernel';
import { readAgeing } from '@atlas/payments/contract';
import { Card, Skeleton } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { type MoneyText, useFormats } from '@/lib/format.tsx';
import { useOnClient } from '@/lib/on-client.ts';
import { today } from '@/lib/today.ts';
import { useMay } from '../session/may.ts';
import type { Range } from './range.ts';
import { useReceivables } from './use-receivables.ts';

/** The figures one asks for first. */
export function Figures({ range }: { range: Range | null }) {
  const t = useTranslations('dashboard');
  const onClient = useOnClient();
  const asOf = onClient ? today() : '2000-01-01';
  const may = useMay();
  const [books, payables] = [may(readProfitAndLoss), may(readAgeing)];
  const receivables = useReceivables();
  const result = useRead(readProfitAndLoss, range ?? { from: asOf, to: asOf }, {
    enabled: books && range !== null,
    keepPrevious: true,
  });
  const owed = useRead(readAgeing, { ledger: 'payable', asOf }, { enabled: payables && onClient });
  const count = (names: readonly string[]) =>
    (receivables.buckets ?? []).filter(({ name }) => names.includes(name)).reduce((sum, bucket) => sum + bucket.count, 0);
  const overdue = count(['1_30', '31_60', '61_90', 'over_90']);
  const report = range ? `/reports/profit-and-loss?from=${range.from}&to=${range.to}` : '/reports/profit-and-loss';
  return (
    <div className="grid grid-cols-2 gap-3 lg:col-span-2 lg:grid-cols-5">
      {books ? (
        <>
          <Figure label={t('income')} value={result.data?.totalIncome} path={report} />
          <Figure label={t('profit')} value={result.data?.profit} path={report} />
        </>
      ) : null}
      {receivables.shown ? (
        <>
          <Figure label={t('receivables')} value={receivables.total} path={receivables.path} />
          <Figure
            label={t('overdue')}
            text={receivables.buckets ? t('overdueCount', { count: overdue }) : undefined}
            path={receivables.path}
          />
        </>
      ) : null}
      {payables ? (
        <Figure label={t('payables')} value={opposite(owed.data?.value)} path="/reports/ageing?ledger=payable" />
      ) : null}
    </div>
  );
}

/** What is owed to others is a credit: as a figure it has no minus. */
function opposite(value: MoneyText | undefined): MoneyText | undefined {
  return value && moneyJson(-moneyFromJson(value).minor, value.currency);
}

function Figure({
  label,
  value,
  text,
  path,
}: {
  label: string;
  value?: MoneyText | undefined;
  text?: string | undefined;
  path: string;
}) {
  const { money } = useFormats();
  const shown = text ?? (value ? money(value) : undefined);
  return (
    <Card>
      <Link href={path} prefetch={false} className="block rounded-lg p-3 hover:bg-hover sm:p-4">
        <span className="block text-ink-muted">{label}</span>
        {shown === undefined ? (
          <Skeleton className="h-7 w-32" />
        ) : (
          <span className="block truncate font-semibold text-base leading-7 sm:text-xl">{shown}</span>
        )}
      </Link>
    </Card>
  );
}
