'use client';
import type { Output } from '@atlas/contract';
import type { readPartyStatement } from '@atlas/payments/contract';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { Amount } from '../reports/amount.tsx';
import { moveBetweenRows } from '../reports/row-keys.ts';
import { sourcePath } from '../reports/source-link.ts';

type Part = Output<typeof readPartyStatement>['currencies'][number];

/** The documents of one currency between what was owed before and what is owed, each leading to its page. */
export function PartyStatementTable({ part: { currency, opening, lines, closing, overdue } }: { part: Part }) {
  const t = useTranslations('payments');
  const { date } = useFormats();
  const figures = ['amount', 'open', 'statement.balance'] as const;
  const edge = (label: string, figure: Part['opening']) => (
    <tr className="h-9 border-t font-semibold">
      <th scope="row" colSpan={5} className="px-3 text-start">
        {label}
      </th>
      <td className="px-3 text-end">
        <Amount value={figure} />
      </td>
    </tr>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div className="overflow-x-auto rounded-lg border bg-surface" onKeyDown={moveBetweenRows}>
      <table className="w-full min-w-[40rem] tabular-nums" aria-label={t('statement.of', { currency })}>
        <caption className="px-3 pt-3 text-start font-semibold">{currency}</caption>
        <thead>
          <tr className="h-9 text-ink-muted text-xs">
            {(['date', 'document', 'dueDate'] as const).map((name) => (
              <th key={name} scope="col" className="px-3 text-start font-normal">
                {t(name)}
              </th>
            ))}
            {figures.map((name) => (
              <th key={name} scope="col" className="px-3 text-end font-normal">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {edge(t('statement.opening'), opening)}
          {lines.map((line, index) => {
            const path = sourcePath(line.sourceKind, line.sourceId);
            return (
              <tr key={`${line.documentNumber} ${index}`} className="h-9 border-t hover:bg-hover focus-within:bg-hover">
                <td className="whitespace-nowrap px-3">{date(line.date)}</td>
                <td className="px-3">
                  {path ? (
                    <Link href={path} prefetch={false} data-row-link className="hover:underline focus-visible:underline">
                      {line.documentNumber}
                    </Link>
                  ) : (
                    line.documentNumber
                  )}
                </td>
                <td className="whitespace-nowrap px-3">{date(line.dueOn)}</td>
                {[line.amount, line.open, line.balance].map((value, place) => (
                  <td key={figures[place]} className="px-3 text-end">
                    <Amount value={value} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          {edge(t('statement.closing'), closing)}
          <tr className="h-9 border-t">
            <th scope="row" colSpan={4} className="px-3 text-start font-normal text-ink-muted">
              {t('statement.overdue')}
            </th>
            <td className="px-3 text-end">
              <Amount value={overdue} />
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
