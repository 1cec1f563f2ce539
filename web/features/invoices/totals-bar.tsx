'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { useSession } from '../session/session.tsx';
import { type DraftLine, isFilled, priceLine, totalsOf } from './draft.ts';
import { useTaxRates } from './use-tax-rates.ts';

/** The sums as they will be posted; always in sight. */
export function TotalsBar({ lines }: { lines: readonly DraftLine[] }) {
  const t = useTranslations('invoices');
  const { money } = useFormats();
  const { baseCurrency } = useSession().company;
  const { rateOf } = useTaxRates();
  const totals = useMemo(
    () =>
      totalsOf(
        lines.filter(isFilled).map((line) => priceLine(line, rateOf(line.taxCodeId), baseCurrency)),
        baseCurrency,
      ),
    [lines, rateOf, baseCurrency],
  );
  return (
    <output
      aria-label={t('totals')}
      className="sticky bottom-0 z-10 flex min-h-11 flex-wrap items-center justify-end gap-x-6 border-t bg-canvas px-4 py-2"
    >
      <span className="text-ink-muted">
        {t('net')} <span className="ms-1 text-ink">{money(totals.net)}</span>
      </span>
      <span className="text-ink-muted">
        {t('tax')} <span className="ms-1 text-ink">{money(totals.tax)}</span>
      </span>
      <strong className="font-semibold text-base">
        {t('gross')} <span className="ms-1">{money(totals.gross)}</span>
      </strong>
    </output>
  );
}
