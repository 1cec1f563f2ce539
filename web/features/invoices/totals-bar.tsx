'use client';
import type { Output } from '@atlas/contract';
import { moneyJson } from '@atlas/kernel';
import type { calculateTaxes } from '@atlas/tax/contract';
import { useTranslations } from 'use-intl';
import { type MoneyText, useFormats } from '@/lib/format.tsx';
import { negated } from '../documents/negated.ts';
import { useSession } from '../session/session.tsx';

/** The sums as they will be posted, tax by tax; always in sight. */
export function TotalsBar({ document }: { document: Output<typeof calculateTaxes> | undefined }) {
  const t = useTranslations('invoices');
  const { money } = useFormats();
  const { baseCurrency } = useSession().company;
  const nothing = moneyJson(0n, document?.net.currency ?? baseCurrency);
  const { net, taxes, gross, withheld, payable } = document ?? { net: nothing, taxes: [], gross: nothing };
  const owed = taxes.filter(({ operation }) => operation === 'domestic');
  const shown: (readonly [label: string, value: MoneyText])[] = [
    [t('net'), net],
    ...(owed.length === 0 ? [[t('tax'), nothing] as const] : owed.map(({ name, amount }) => [name, amount] as const)),
  ];
  const kept = withheld && /[1-9]/.test(withheld.amount) ? payable : undefined;
  return (
    <output
      aria-label={t('totals')}
      className="sticky bottom-0 z-10 flex min-h-11 flex-wrap items-center justify-end gap-x-6 border-t bg-canvas px-4 py-2"
    >
      {shown.map(([label, value]) => (
        <span key={label} className="text-ink-muted">
          {label} <span className="ms-1 text-ink">{money(value)}</span>
        </span>
      ))}
      <strong className="font-semibold text-base">
        {t('gross')} <span className="ms-1">{money(gross)}</span>
      </strong>
      {withheld && kept ? (
        <>
          <span className="text-ink-muted">
            {t('withheld')} <span className="ms-1 text-ink">{money(negated(withheld))}</span>
          </span>
          <strong className="font-semibold text-base">
            {t('payable')} <span className="ms-1">{money(kept)}</span>
          </strong>
        </>
      ) : null}
    </output>
  );
}
