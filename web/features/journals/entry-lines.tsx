'use client';
import type { journalEntry } from '@atlas/accounting/contract';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { Amount } from '../reports/amount.tsx';
import { moveBetweenRows } from '../reports/row-keys.ts';

const cell = 'truncate px-2 first:pl-4 last:pr-4';

/** The lines of an entry with its totals; each account opens its ledger at that day. */
export function EntryLines({ entry }: { entry: z.output<typeof journalEntry> }) {
  const t = useTranslations('journals');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the links inside
    <div className="min-h-32 overflow-auto rounded-lg border bg-surface" onKeyDown={moveBetweenRows}>
      <table aria-label={t('lines')} className="w-full min-w-[44rem] table-fixed border-separate border-spacing-0">
        <thead className="sticky top-0 z-10 bg-surface">
          <tr className="h-8 text-left text-ink-muted text-xs [&>th]:border-b [&>th]:font-medium">
            <th scope="col" className={cell}>
              {t('account')}
            </th>
            <th scope="col" className={cell}>
              {t('party')}
            </th>
            <th scope="col" className={cell}>
              {t('description')}
            </th>
            <th scope="col" className={`${cell} w-36 text-right`}>
              {t('debit')}
            </th>
            <th scope="col" className={`${cell} w-36 text-right`}>
              {t('credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.lines.map((line) => (
            <tr key={line.position} className="relative h-8 hover:bg-hover has-focus-visible:bg-selected">
              <td className={cell}>
                <Link
                  href={`/reports/ledger/${line.accountId}?from=${entry.date}&to=${entry.date}`}
                  data-row-link
                  className="after:absolute after:inset-0 focus-visible:underline"
                >
                  {`${line.accountCode} ${line.accountName}`}
                </Link>
              </td>
              <td className={`${cell} text-ink-muted`}>{line.partyName}</td>
              <td className={`${cell} text-ink-muted`}>
                {[line.description, ...line.dimensions.map(({ code, name }) => `${code} ${name}`)].filter(Boolean).join(' · ')}
              </td>
              <td className={`${cell} text-right`}>
                <Amount value={line.debit} />
              </td>
              <td className={`${cell} text-right`}>
                <Amount value={line.credit} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot className="sticky bottom-0 z-10 bg-surface">
          <tr className="h-9 font-semibold [&>td]:border-t">
            <td colSpan={3} className={cell}>
              {t('total')}
            </td>
            <td className={`${cell} text-right`}>
              <Amount value={entry.total} />
            </td>
            <td className={`${cell} text-right`}>
              <Amount value={entry.total} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
