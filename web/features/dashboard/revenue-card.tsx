'use client';
import { readMonthlyResult } from '@atlas/accounting/contract';
import { businessDate, endOfMonth } from '@atlas/kernel';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { useGo } from '../guard/guard-store.ts';
import { BarsChart } from './bars-chart.tsx';
import { ChartCard } from './chart-card.tsx';
import type { Range } from './range.ts';

const pathOfMonth = (month: string): string =>
  `/reports/profit-and-loss?from=${month}-01&to=${endOfMonth(businessDate(`${month}-01`))}`;

const nothing = { from: '2000-01-01', to: '2000-01-31' };

/** Income month by month. */
export function RevenueCard({ range }: { range: Range | null }) {
  const t = useTranslations('dashboard');
  const go = useGo();
  const { amount, month } = useFormats();
  const result = useRead(readMonthlyResult, range ?? nothing, { enabled: range !== null, keepPrevious: true });
  const months = result.data?.months ?? [];
  return (
    <ChartCard
      title={t('revenueByMonth')}
      {...(result.data ? { subtitle: result.data.currency } : {})}
      loading={!result.data}
      error={result.error}
      className="lg:col-span-2"
      chart={
        <BarsChart
          label={t('revenueByMonth')}
          bars={months.map((each) => ({
            key: each.month,
            label: month(each.month),
            value: Number(each.income.amount),
            text: amount(each.income),
          }))}
          onOpen={(key) => go(pathOfMonth(key))}
        />
      }
      table={
        <table className="w-full">
          <thead className="sticky top-0 bg-surface">
            <tr className="h-8 text-ink-muted text-xs">
              <th scope="col" className="text-start font-normal">
                {t('month')}
              </th>
              <th scope="col" className="text-end font-normal">
                {t('income')}
              </th>
              <th scope="col" className="text-end font-normal">
                {t('expenses')}
              </th>
              <th scope="col" className="text-end font-normal">
                {t('profit')}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((each) => (
              <tr key={each.month} className="h-8 border-t">
                <td>
                  <Link href={pathOfMonth(each.month)} prefetch={false} className="hover:underline">
                    {month(each.month)}
                  </Link>
                </td>
                <td className="text-end">{amount(each.income)}</td>
                <td className="text-end">{amount(each.expenses)}</td>
                <td className="text-end">{amount(each.profit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
