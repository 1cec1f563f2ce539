'use client';
import { Button } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { type MoneyText, useFormats } from '@/lib/format.tsx';
import type { TaxCalculation } from '../documents/use-tax-calculation.ts';
import type { Draft } from './draft.ts';
import { roundingFor, type Sums, sumsOf } from './sums.ts';

const isZero = ({ amount }: MoneyText): boolean => !/[1-9]/.test(amount);

type Props = { worked: TaxCalculation | null; draft: Draft; onRound: (rounding: string) => void };

/** The sums as they will be posted, and what is missing to the supplier's total; always in sight. */
export function TotalsBar({ worked, draft, onRound }: Props) {
  const t = useTranslations('invoices');
  const bills = useTranslations('bills');
  const { money } = useFormats();
  const sums = worked && sumsOf(worked.document, draft);
  const shown: (readonly [key: string, label: string, value: MoneyText])[] = worked
    ? [
        ['net', t('net'), worked.document.net],
        ...worked.document.taxes.map(({ taxId, name, amount }) => [taxId, name, amount] as const),
        ...(sums && !isZero(sums.rounding) ? [['rounding', bills('rounding'), sums.rounding] as const] : []),
        ...(sums && !isZero(worked.document.withheld) ? [['payable', bills('payable'), sums.payable] as const] : []),
      ]
    : [];
  return (
    <output
      aria-label={t('totals')}
      className="sticky bottom-0 z-10 flex min-h-11 flex-wrap items-center justify-end gap-x-6 border-t bg-canvas px-4 py-2"
    >
      {sums ? <Agreement sums={sums} onRound={onRound} /> : null}
      {shown.map(([key, label, value]) => (
        <span key={key} className="text-ink-muted">
          {label} <span className="ms-1 text-ink">{money(value)}</span>
        </span>
      ))}
      <strong className="font-semibold text-base">
        {t('gross')} <span className="ms-1">{sums ? money(sums.gross) : '–'}</span>
      </strong>
    </output>
  );
}

/** Whether what was entered is what the supplier asks for. */
function Agreement({ sums, onRound }: { sums: Sums; onRound: (rounding: string) => void }) {
  const t = useTranslations('bills');
  const { money } = useFormats();
  if (sums.missing === null) return null;
  if (isZero(sums.missing)) return <span className="me-auto text-success">{t('agrees')}</span>;
  const rounding = roundingFor(sums);
  return (
    <span className="me-auto flex flex-wrap items-center gap-3 text-danger">
      {t('missing', { amount: money(sums.missing) })}
      {rounding === null ? null : (
        <Button size="small" onClick={() => onRound(rounding)}>
          {t('takeAsRounding')}
        </Button>
      )}
    </span>
  );
}
