'use client';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { useSession } from '../session/session.tsx';
import { balanceOf, type DraftLine } from './journal-draft.ts';

/** Both sides as they are typed, and what is missing; always in sight. */
export function BalanceBar({ lines }: { lines: readonly DraftLine[] }) {
  const t = useTranslations('journals');
  const { money } = useFormats();
  const currency = useSession().company.baseCurrency;
  const { debit, credit, difference, side } = balanceOf(lines);
  return (
    <output
      aria-label={t('balance')}
      className="sticky bottom-0 z-10 flex min-h-11 flex-wrap items-center justify-end gap-x-6 border-t bg-canvas px-4 py-2"
    >
      <span className="text-ink-muted">
        {t('debit')} <span className="ms-1 text-ink">{money({ amount: debit, currency })}</span>
      </span>
      <span className="text-ink-muted">
        {t('credit')} <span className="ms-1 text-ink">{money({ amount: credit, currency })}</span>
      </span>
      <strong className={side === null ? 'font-semibold' : 'font-semibold text-danger'}>
        {side === null
          ? t('balanced')
          : t(side === 'debit' ? 'creditMissing' : 'debitMissing', { amount: money({ amount: difference, currency }) })}
      </strong>
    </output>
  );
}
