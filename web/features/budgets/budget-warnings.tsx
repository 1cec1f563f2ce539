'use client';
import { listBudgetWarnings } from '@atlas/accounting/contract';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';

/** The entries that went beyond a budget, newest first; nothing where there are none. */
export function BudgetWarnings({ budgetId }: { budgetId: string }) {
  const t = useTranslations('budgets');
  const { date, money } = useFormats();
  const warnings = useRead(listBudgetWarnings, { budgetId, limit: 50 });
  const items = warnings.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-label={t('warnings')} className="rounded-lg border bg-surface p-3">
      <h2 className="mb-2 font-semibold">{t('warnings')}</h2>
      <ul className="flex flex-col">
        {items.map((row) => (
          <li
            key={`${row.id} ${row.accountId} ${row.value}`}
            className="flex min-h-8 flex-wrap items-center gap-x-3 border-t py-1"
          >
            <Link href={`/journals/${row.id}`} className="font-medium hover:underline focus-visible:underline">
              {row.number}
            </Link>
            <span className="text-ink-muted">{date(row.date)}</span>
            <span className="min-w-0 flex-1 truncate">
              {row.accountCode} {row.accountName} {row.value}
            </span>
            <span>{t('overBy', { over: money(row.over) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
