'use client';
import type { readByDimension } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import { Button } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { Amount } from '../reports/amount.tsx';
import { moveBetweenRows } from '../reports/row-keys.ts';

type Report = Output<typeof readByDimension>;
type Props = {
  report: Report;
  /** What the lines are asked for with besides their days. */
  query: Readonly<Record<string, string>>;
  onOpen: (valueId: string) => void;
};

/** Accounts by value: an amount leads to its lines, an account to its ledger, a head to the values below it. */
export function ByDimensionTable({ report, query, onOpen }: Props) {
  const t = useTranslations('dimensions');
  const { columns, rows, from, to } = report;
  const terms = new URLSearchParams({ ...(from ? { from } : {}), to, ...query });
  const linesOf = (valueId: string, accountId: string) => `/reports/dimension-lines/${valueId}?account=${accountId}&${terms}`;
  const keyOf = (index: number) => columns[index]?.valueId ?? 'none';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div className="min-h-48 flex-1 overflow-auto rounded-lg border bg-surface" onKeyDown={moveBetweenRows}>
      <table className="w-full border-separate border-spacing-0 tabular-nums" aria-label={t('report')}>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr className="h-8 text-ink-muted text-xs [&>th]:border-b [&>th]:px-2 [&>th]:font-medium">
            <th scope="col" className="min-w-48 text-start">
              {t('account')}
            </th>
            {columns.map(({ valueId, code, name, hasBelow }) => (
              <th key={valueId ?? 'none'} scope="col" className="min-w-28 text-end">
                {valueId && hasBelow ? (
                  <Button size="small" look="quiet" aria-label={t('openColumn', { name })} onClick={() => onOpen(valueId)}>
                    {code} {name}
                  </Button>
                ) : (
                  (valueId && `${code} ${name}`) || t('none')
                )}
              </th>
            ))}
            <th scope="col" className="min-w-28 text-end">
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.accountId} className="h-8 hover:bg-hover focus-within:bg-hover [&>td]:px-2">
              <td>
                <Link
                  href={`/reports/ledger/${row.accountId}?${terms}`}
                  data-row-link
                  className="hover:underline focus-visible:underline"
                >
                  <span className="text-ink-muted">{row.code}</span> {row.name}
                </Link>
              </td>
              {row.amounts.map((amount, index) => {
                const valueId = columns[index]?.valueId;
                return (
                  <td key={keyOf(index)} className="text-end">
                    {valueId && /[1-9]/.test(amount.amount) ? (
                      <Link href={linesOf(valueId, row.accountId)} className="hover:underline focus-visible:underline">
                        <Amount value={amount} />
                      </Link>
                    ) : (
                      <Amount value={amount} />
                    )}
                  </td>
                );
              })}
              <td className="text-end font-medium">
                <Amount value={row.total} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot className="sticky bottom-0 z-10 bg-canvas">
          <tr className="h-9 font-semibold [&>td]:border-t [&>td]:px-2">
            <td>{t('total')}</td>
            {columns.map(({ valueId, total }) => (
              <td key={valueId ?? 'none'} className="text-end">
                <Amount value={total} />
              </td>
            ))}
            <td className="text-end">
              <Amount value={report.total} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
