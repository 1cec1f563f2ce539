'use client';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { useGo } from '../guard/guard-store.ts';
import { BarsChart } from './bars-chart.tsx';
import { ChartCard } from './chart-card.tsx';
import { useReceivables } from './use-receivables.ts';

/** What customers owe, by how long it is overdue. */
export function AgeingCard() {
  const t = useTranslations('dashboard');
  const go = useGo();
  const { amount, count } = useFormats();
  const { path, total, error, buckets = [] } = useReceivables();
  return (
    <ChartCard
      title={t('ageing')}
      {...(total ? { subtitle: total.currency } : {})}
      loading={!total}
      error={error}
      chart={
        <BarsChart
          label={t('ageing')}
          bars={buckets.map(({ name, amount: value }) => ({
            key: name,
            label: t(`buckets.${name}`),
            value: Number(value.amount),
            text: amount(value),
          }))}
          onOpen={() => go(path)}
        />
      }
      table={
        <table className="w-full">
          <thead className="sticky top-0 bg-surface">
            <tr className="h-8 text-ink-muted text-xs">
              <th scope="col" className="text-start font-normal">
                {t('overdue')}
              </th>
              <th scope="col" className="text-end font-normal">
                {t('openItems')}
              </th>
              <th scope="col" className="text-end font-normal">
                {t('amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {buckets.map((bucket) => (
              <tr key={bucket.name} className="h-8 border-t">
                <td>
                  <Link href={path} prefetch={false} className="hover:underline">
                    {t(`buckets.${bucket.name}`)}
                  </Link>
                </td>
                <td className="text-end">{count(bucket.count)}</td>
                <td className="text-end">{amount(bucket.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
