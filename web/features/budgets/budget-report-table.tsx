'use client';
import type { readBudgetReport } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { Amount } from '../reports/amount.tsx';
import { moveBetweenRows } from '../reports/row-keys.ts';

type Report = Output<typeof readBudgetReport>;

/** Lines with what was planned, what came, and how far apart they are; each leads to its ledger. */
export function BudgetReportTable({ report, known }: { report: Report; known: { readonly knownOn?: string } }) {
  const t = useTranslations('budgets');
  const { decimal } = useFormats();
  const [first, last] = [report.periods.at(0), report.periods.at(-1)];
  const days = first && last ? { from: first.startsOn, to: last.endsOn } : {};
  const ledgerOf = ({ accountId, valueId }: Report['rows'][number]) =>
    `/reports/ledger/${accountId}?${new URLSearchParams({ ...days, ...known, ...(valueId ? { dimensions: valueId } : {}) })}`;
  const cell = 'px-2 text-end';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div className="overflow-x-auto rounded-lg border bg-surface" onKeyDown={moveBetweenRows}>
      <table className="w-full tabular-nums" aria-label={t('compare')}>
        <thead>
          <tr className="h-8 text-ink-muted text-xs [&>th]:px-2 [&>th]:font-medium">
            <th scope="col" className="min-w-48 text-start">
              {t('account')}
            </th>
            <th scope="col" className="text-start max-sm:hidden">
              {t('value')}
            </th>
            {(['planned', 'actual', 'variance', 'percent'] as const).map((name) => (
              <th key={name} scope="col" className="text-end">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={`${row.accountId} ${row.valueId}`} className="h-8 hover:bg-hover focus-within:bg-hover [&>td]:border-t">
              <td className="px-2">
                <Link href={ledgerOf(row)} data-row-link className="hover:underline focus-visible:underline">
                  <span className="text-ink-muted">{row.code}</span> {row.name}
                </Link>
              </td>
              <td className="px-2 max-sm:hidden">{row.value}</td>
              <td className={cell}>
                <Amount value={row.planned} />
              </td>
              <td className={cell}>
                <Amount value={row.actual} />
              </td>
              <td className={cell}>
                <Amount value={row.variance} />
              </td>
              <td className={cell}>{row.percent === null ? '' : `${decimal(row.percent)} %`}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="h-9 font-semibold [&>td]:border-t">
            <td className="px-2">{t('result')}</td>
            <td className="max-sm:hidden" />
            {[report.result.planned, report.result.actual, report.result.variance].map((value, index) => (
              <td key={['planned', 'actual', 'variance'][index]} className={cell}>
                <Amount value={value} />
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
