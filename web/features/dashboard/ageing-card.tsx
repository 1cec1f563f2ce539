'use client';
import { readReceivablesAgeing } from '@atlas/sales/contract';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { useOnClient } from '@/lib/on-client.ts';
import { today } from '@/lib/today.ts';
import { useGo } from '../guard/guard-store.ts';
import { BarsChart } from './bars-chart.tsx';
import { ChartCard } from './chart-card.tsx';

const openInvoices = '/invoices?open=true';

/** What customers owe, by how long it is overdue. */
export function AgeingCard() {
  const t = useTranslations('dashboard');
  const go = useGo();
  const onClient = useOnClient();
  const { amount, count } = useFormats();
  const result = useRead(readReceivablesAgeing, { asOf: onClient ? today() : '2000-01-01' }, { enabled: onClient });
  const buckets = result.data?.buckets ?? [];
  return (
    <ChartCard
      title={t('ageing')}
      {...(result.data ? { subtitle: result.data.currency } : {})}
      loading={!result.data}
      error={result.error}
      chart={
        <BarsChart
          label={t('ageing')}
          bars={buckets.map(({ name, amount: value }) => ({
            key: name,
            label: t(`buckets.${name}`),
            value: Number(value.amount),
            text: amount(value),
          }))}
          onOpen={() => go(openInvoices)}
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
                {t('invoices')}
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
                  <Link href={openInvoices} prefetch={false} className="hover:underline">
                    {t(`buckets.${bucket.name}`)}
                  </Link>
                </td>
                <td className="text-end">{count(bucket.invoiceCount)}</td>
                <td className="text-end">{amount(bucket.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
