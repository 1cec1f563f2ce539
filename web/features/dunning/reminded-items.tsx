'use client';
import { Card } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { sourcePath } from '../reports/source-link.ts';
import type { Reminder } from './dunning.ts';

/** What a reminder was about, as it was then. */
export function RemindedItems({ reminder }: { reminder: Reminder }) {
  const t = useTranslations('dunning');
  const { date, money } = useFormats();
  return (
    <Card className="overflow-x-auto p-4">
      <h2 className="mb-2 font-semibold">{t('items')}</h2>
      <table className="w-full tabular-nums" aria-label={t('items')}>
        <tbody>
          {reminder.items.map((item) => {
            const path = sourcePath(item.sourceKind, item.sourceId);
            return (
              <tr key={`${item.entryId} ${item.position}`} className="h-9 border-t">
                <td className="pe-3">
                  {path ? (
                    <Link href={path} className="hover:underline">
                      {item.documentNumber}
                    </Link>
                  ) : (
                    item.documentNumber
                  )}
                </td>
                <td className="whitespace-nowrap pe-3 text-ink-muted">
                  {t('overdue', { date: date(item.dueOn), count: item.daysOverdue })}
                </td>
                <td className="pe-3">{t('levelOf', { level: item.level })}</td>
                <td className="whitespace-nowrap text-end">{money(item.open)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Card>
  );
}
