'use client';
import type { readAgeing } from '@atlas/payments/contract';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useFormats } from '@/lib/format.tsx';
import { Amount } from '../reports/amount.tsx';

type Report = z.output<typeof readAgeing.output>;

/** Parties by currency, with what is open in each bucket, and how it ties to the control account. */
export function AgeingTable({ report }: { report: Report }) {
  const t = useTranslations('payments');
  const { money } = useFormats();
  const base = report.ledger === 'receivable' ? '/customers' : '/suppliers';
  const { balance, value } = report;
  const ties = balance?.amount === value.amount;
  return (
    <div className="overflow-x-auto rounded-lg border bg-surface">
      <table className="w-full tabular-nums" aria-label={t('ageing')}>
        <thead>
          <tr className="h-9 border-b text-ink-muted text-xs">
            <th scope="col" className="px-3 text-start font-normal">
              {t('party')}
            </th>
            <th scope="col" className="px-3 text-start font-normal">
              {t('currency')}
            </th>
            {report.buckets.map((name) => (
              <th key={name} scope="col" className="px-3 text-end font-normal">
                {t(`buckets.${name}`)}
              </th>
            ))}
            <th scope="col" className="px-3 text-end font-normal">
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.rows.map((row) => (
            <tr key={`${row.partyId} ${row.currency}`} className="h-9 border-b hover:bg-hover">
              <td className="px-3">
                {row.partyId ? (
                  <Link href={`${base}/${row.partyId}`} prefetch={false} className="hover:underline">
                    {row.partyName}
                  </Link>
                ) : (
                  t('nobody')
                )}
              </td>
              <td className="px-3 text-ink-muted">{row.currency}</td>
              {row.buckets.map((value, index) => (
                <td key={report.buckets[index]} className="px-3 text-end">
                  <Amount value={value} />
                </td>
              ))}
              <td className="px-3 text-end font-semibold">
                <Amount value={row.total} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="h-10 font-semibold">
            <th scope="row" colSpan={2} className="px-3 text-start">
              {t('inBooks')}
              {balance ? (
                <span className={`ms-3 font-normal text-xs ${ties ? 'text-ink-muted' : 'text-danger'}`}>
                  {ties ? t('ties') : t('tiesNot', { balance: money(balance) })}
                </span>
              ) : null}
            </th>
            {report.sums.map((sum) => (
              <td key={sum.bucket} className="px-3 text-end">
                <Amount value={sum.value} />
              </td>
            ))}
            <td className="px-3 text-end">
              <Amount value={value} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
