'use client';
import type { Output } from '@atlas/contract';
import type { readTaxReport } from '@atlas/tax/contract';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { Amount } from '../reports/amount.tsx';
import { useUrlParams } from '../reports/url-params.ts';

export type Report = Output<typeof readTaxReport>;

export const link = 'hover:underline focus-visible:underline text-start';

/** The taxes of a period with their bases, sales before purchases. */
export function TaxSums({ report }: { report: Report }) {
  const t = useTranslations('taxes');
  const { decimal } = useFormats();
  const [, change] = useUrlParams();
  const headings = [t('tax'), t('direction')] as const;
  return (
    <table className="w-full tabular-nums" aria-label={t('sums')}>
      <thead>
        <tr className="h-8 text-ink-muted text-xs">
          {headings.map((heading) => (
            <th key={heading} scope="col" className="pe-4 text-start font-normal">
              {heading}
            </th>
          ))}
          <th scope="col" className="ps-4 text-end font-normal">
            {t('documents')}
          </th>
          <th scope="col" className="ps-4 text-end font-normal">
            {t('base')}
          </th>
          <th scope="col" className="ps-4 text-end font-normal">
            {t('amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {report.rows.map(({ taxId, code, name, operation, direction, base, amount, documentCount }) => (
          <tr key={`${taxId} ${direction}`} className="h-9 border-t hover:bg-hover">
            <td className="pe-4">
              <button type="button" className={link} onClick={() => change({ tax: taxId, direction, account: null })}>
                {code} · {name}
              </button>
              {operation === 'domestic' ? null : (
                <span className="ms-2 text-ink-muted text-xs">{t(`operations.${operation}`)}</span>
              )}
            </td>
            <td className="pe-4">{t(`directions.${direction}`)}</td>
            <td className="ps-4 text-end">{decimal(String(documentCount))}</td>
            <td className="ps-4 text-end">
              <Amount value={base} />
            </td>
            <td className="ps-4 text-end">
              <Amount value={amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
