'use client';
import type { previewRevaluation } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import { Badge } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';

type Rows = Output<typeof previewRevaluation>['rows'];

const figures = ['before', 'after', 'difference'] as const;

/** What each account holds in a currency, before and after. */
export function RevaluationTable({ rows }: { rows: Rows }) {
  const t = useTranslations('revaluations');
  const { amount, date, decimal, money } = useFormats();
  return (
    <table className="w-full tabular-nums" aria-label={t('rows')}>
      <thead>
        <tr className="h-8 text-ink-muted text-xs">
          <th scope="col" className="pe-4 text-start font-normal">
            {t('account')}
          </th>
          <th scope="col" className="ps-4 text-end font-normal">
            {t('foreign')}
          </th>
          <th scope="col" className="ps-4 text-end font-normal">
            {t('rate')}
          </th>
          {figures.map((name) => (
            <th key={name} scope="col" className="ps-4 text-end font-normal">
              {t(name)}
            </th>
          ))}
          <th scope="col" className="ps-4 text-start font-normal">
            {t('then')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.accountId} ${row.currency} ${row.kept}`} className="h-9 border-t">
            <td className="pe-4">
              {row.accountCode} {row.accountName}
            </td>
            <td className="ps-4 text-end">{money(row.foreign)}</td>
            <td className="ps-4 text-end">
              {decimal(row.rate)} <span className="text-ink-muted">{date(row.rateOn)}</span>{' '}
              {row.stale ? <Badge>{t('stale')}</Badge> : null}
            </td>
            {figures.map((name) => (
              <td key={name} className="ps-4 text-end">
                {amount(row[name])}
              </td>
            ))}
            <td className="ps-4">{t(row.kept ? 'kept' : 'takenBack')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
