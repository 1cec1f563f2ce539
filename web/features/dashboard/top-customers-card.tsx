'use client';
import { readRevenueBreakdown, revenueBreakdownFile } from '@atlas/sales/contract';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { ExportMenu } from '../reports/export-menu.tsx';
import { ChartCard } from './chart-card.tsx';
import type { Range } from './range.ts';

/** Who buys most. */
export function TopCustomersCard({ range }: { range: Range | null }) {
  const t = useTranslations('dashboard');
  const { amount, count } = useFormats();
  const input = { by: 'customer' as const, limit: 10, ...(range ?? {}) };
  const result = useRead(readRevenueBreakdown, input, { enabled: range !== null, keepPrevious: true });
  const rows = result.data?.rows ?? [];
  const longest = Math.max(1, ...rows.map(({ net }) => Number(net.amount)));
  const path = (id: string | null) =>
    id === null ? '/invoices' : `/invoices?customerId=${id}${range ? `&from=${range.from}&to=${range.to}` : ''}`;
  return (
    <ChartCard
      title={t('topCustomers')}
      {...(result.data ? { subtitle: result.data.currency } : {})}
      actions={
        <ExportMenu
          small
          of={t('topCustomers')}
          report={revenueBreakdownFile}
          terms={range && rows.length > 0 ? { breakdownBy: 'customer', ...range } : null}
        />
      }
      loading={!result.data}
      error={result.error}
      chart={
        <ol className="flex h-full flex-col">
          {rows.map((row) => (
            <li key={row.key} className="max-h-8 min-h-0 flex-1">
              <Link
                href={path(row.id)}
                prefetch={false}
                className="grid h-full grid-cols-[minmax(0,9rem)_1fr_5.5rem] items-center gap-2 rounded hover:bg-hover sm:grid-cols-[minmax(0,12rem)_1fr_6.5rem]"
              >
                <span className="truncate">{row.label}</span>
                <span
                  aria-hidden
                  className="h-3 rounded-e bg-(--chart-1)"
                  style={{ width: `${Math.max(0, (Number(row.net.amount) / longest) * 100)}%` }}
                />
                <span className="text-end">{amount(row.net)}</span>
              </Link>
            </li>
          ))}
        </ol>
      }
      table={
        <table className="w-full">
          <thead className="sticky top-0 bg-surface">
            <tr className="h-8 text-ink-muted text-xs">
              <th scope="col" className="text-start font-normal">
                {t('customer')}
              </th>
              <th scope="col" className="text-end font-normal">
                {t('invoices')}
              </th>
              <th scope="col" className="text-end font-normal">
                {t('net')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className="h-8 border-t">
                <td>
                  <Link href={path(row.id)} prefetch={false} className="hover:underline">
                    {row.label}
                  </Link>
                </td>
                <td className="text-end">{count(row.invoiceCount)}</td>
                <td className="text-end">{amount(row.net)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
