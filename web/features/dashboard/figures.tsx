'use client';
import { readProfitAndLoss } from '@atlas/accounting/contract';
import { readReceivablesAgeing } from '@atlas/sales/contract';
import { Card, Skeleton } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { type MoneyText, useFormats } from '@/lib/format.tsx';
import { useOnClient } from '@/lib/on-client.ts';
import { today } from '@/lib/today.ts';
import { useMay } from '../session/may.ts';
import type { Range } from './range.ts';

/** The figures one asks for first. */
export function Figures({ range }: { range: Range | null }) {
  const t = useTranslations('dashboard');
  const onClient = useOnClient();
  const asOf = onClient ? today() : '2000-01-01';
  const may = useMay();
  const [books, receivables] = [may(readProfitAndLoss), may(readReceivablesAgeing)];
  const result = useRead(readProfitAndLoss, range ?? { from: asOf, to: asOf }, {
    enabled: books && range !== null,
    keepPrevious: true,
  });
  const ageing = useRead(readReceivablesAgeing, { asOf }, { enabled: receivables && onClient });
  const count = (names: readonly string[]) =>
    (ageing.data?.buckets ?? []).filter(({ name }) => names.includes(name)).reduce((sum, bucket) => sum + bucket.invoiceCount, 0);
  const overdue = count(['1_30', '31_60', '61_90', 'over_90']);
  const report = range ? `/reports/profit-and-loss?from=${range.from}&to=${range.to}` : '/reports/profit-and-loss';
  return (
    <div className="grid grid-cols-2 gap-3 lg:col-span-2 lg:grid-cols-4">
      {books ? (
        <>
          <Figure label={t('income')} value={result.data?.totalIncome} path={report} />
          <Figure label={t('profit')} value={result.data?.profit} path={report} />
        </>
      ) : null}
      {receivables ? (
        <>
          <Figure label={t('receivables')} value={ageing.data?.total} path="/invoices?open=true" />
          <Figure
            label={t('overdue')}
            text={ageing.data ? t('overdueCount', { count: overdue }) : undefined}
            path="/invoices?open=true"
          />
        </>
      ) : null}
    </div>
  );
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
