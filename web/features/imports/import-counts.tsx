'use client';
import type { importRun } from '@atlas/imports/contract';
import { cn } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useFormats } from '@/lib/format.tsx';
import { listPaths, useKindName } from './import-words.ts';

type Run = z.output<typeof importRun>;

/** How many records of each kind were found and what becomes or became of them. */
export function ImportCounts({ run }: { run: Run }) {
  const t = useTranslations('imports');
  const kindName = useKindName();
  const { count } = useFormats();
  const written = run.status === 'completed' || run.status === 'cancelled' || run.status === 'running';
  const columns = written
    ? (['total', 'created', 'unchanged', 'refused'] as const)
    : (['total', 'ready', 'unchanged', 'refused'] as const);
  const number = 'w-28 px-2 text-right';
  return (
    <div className="overflow-x-auto rounded-lg border bg-surface">
      <table aria-label={t('counts')} className="w-full border-separate border-spacing-0">
        <thead>
          <tr className="h-8 text-ink-muted text-xs [&>th]:border-b [&>th]:font-medium">
            <th scope="col" className="pl-4 text-left">
              {t('kind')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={number}>
                {t(column)}
              </th>
            ))}
            <th scope="col" className="w-36 pr-4">
              <span className="sr-only">{t('open')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {run.counts.map((row) => {
            const path = listPaths[row.kind];
            return (
              <tr key={row.kind} className="h-8">
                <td className="pl-4">{kindName(row.kind, row.label)}</td>
                {columns.map((column) => (
                  <td key={column} className={cn(number, column === 'refused' && row.refused > 0 && 'font-medium text-danger')}>
                    {row[column] === 0 ? '–' : count(row[column])}
                  </td>
                ))}
                <td className="pr-4 text-right">
                  {written && path && row.created + row.unchanged > 0 ? (
                    <Link href={path} className="text-accent underline-offset-2 hover:underline">
                      {t('open')}
                      <span className="sr-only"> {kindName(row.kind, row.label)}</span>
                    </Link>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
