'use client';
import { listJournals } from '@atlas/accounting/contract';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { useMay } from '../session/may.ts';

/** The entries that a revaluation made and that took it back, by number, day and description. */
export function RevaluationEntries({ id, entryIds }: { id: string; entryIds: readonly string[] }) {
  const t = useTranslations('revaluations');
  const may = useMay();
  const { date } = useFormats();
  const entries = useRead(listJournals, { sourceId: id, sort: 'date', limit: 200 }, { enabled: may(listJournals) });
  const known = new Map(entries.data?.items.map((entry) => [entry.id, entry]));
  const inOrder = entries.data ? [...known.keys(), ...entryIds.filter((each) => !known.has(each))] : entryIds;
  return (
    <ul aria-label={t('entries')}>
      {inOrder.map((entryId) => {
        const entry = known.get(entryId);
        return (
          <li key={entryId} className="flex min-h-8 flex-wrap items-baseline gap-x-2 border-t first:border-t-0">
            <Link href={`/journals/${entryId}`} prefetch={false} className="hover:underline">
              {entry ? entry.number : t('entry', { number: entryIds.indexOf(entryId) + 1 })}
            </Link>
            {entry ? <span className="text-ink-muted">{`${date(entry.date)} · ${entry.description}`}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}
