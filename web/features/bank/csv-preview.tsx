'use client';
import type { previewCsv } from '@atlas/treasury/contract';
import { Card } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useFormats } from '@/lib/format.tsx';
import { LineHeads } from './line-heads.tsx';

type Line = z.output<typeof previewCsv.output>['items'][number];

/** How the beginning of a file is read. */
export function CsvPreview({ lines }: { lines: readonly Line[] }) {
  const t = useTranslations('bank');
  const { date, decimal } = useFormats();
  const unread = <span className="text-danger">{t('unreadableCell')}</span>;
  return (
    <Card className="p-4">
      <h2 className="mb-3 font-semibold">{t('previewLines')}</h2>
      <table className="w-full" aria-label={t('previewLines')}>
        <LineHeads />
        <tbody>
          {lines.map((line) => (
            <tr key={line.line} className="h-8 border-t">
              <td>{line.date ? date(line.date) : unread}</td>
              <td>{line.counterparty ?? '–'}</td>
              <td>{line.text}</td>
              <td className="text-end tabular-nums">{line.amount === null ? unread : decimal(line.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
