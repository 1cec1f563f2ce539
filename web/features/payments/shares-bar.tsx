'use client';
import { moneyJson } from '@atlas/kernel';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { allocatedOf, type Draft, paidOf } from './draft.ts';

/** What is paid, what of it is given to documents, and what stays open as an advance. */
export function SharesBar({ draft }: { draft: Draft }) {
  const t = useTranslations('payments');
  const { money } = useFormats();
  const [paid, allocated] = [paidOf(draft), allocatedOf(draft)];
  const left = paid - allocated;
  const figures = [
    [t('amount'), paid],
    [t('allocated'), allocated],
    [t(left < 0n ? 'tooMuch' : 'advance'), left],
  ] as const;
  return (
    <dl className="sticky bottom-0 flex flex-wrap justify-end gap-x-8 gap-y-1 border-t bg-surface px-4 py-3" aria-live="polite">
      {figures.map(([label, minor]) => (
        <div key={label} className="text-end">
          <dt className="text-ink-muted text-xs">{label}</dt>
          <dd className={`font-semibold tabular-nums ${minor < 0n ? 'text-danger' : ''}`}>
            {money(moneyJson(minor, draft.currency))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
