'use client';
import { getJournal, type journalEntry, reverseJournal } from '@atlas/accounting/contract';
import { Badge, Button, Skeleton } from '@atlas/ui';
import { FileText, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { ReportProblem } from '../reports/report-frame.tsx';
import { sourcePath } from '../reports/source-link.ts';
import { useMay, useMayOpen } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { EntryLines } from './entry-lines.tsx';
import { JournalAttachments } from './journal-attachments.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';
import { useSourceName } from './source-name.ts';

/** What no document stands behind that could be corrected instead. */
const reversibleKinds: ReadonlySet<string> = new Set(['journal', 'accounting.opening_balance']);

type Entry = z.output<typeof journalEntry>;

/** A posted entry: what it says, where it came from, and what took it back. */
export function JournalEntry({ id }: { id: string }) {
  const t = useTranslations('journals');
  const { data: entry, error, refetch } = useRead(getJournal, { id });
  return (
    <>
      <PageHeader
        title={entry?.number ?? t('entry')}
        trail={[{ label: t('title'), path: '/journals' }]}
        badge={
          <>
            {entry?.reversedById ? <Badge tone="warning">{t('reversed')}</Badge> : null}
            {entry?.reversalOfId ? <Badge>{t('reversal')}</Badge> : null}
          </>
        }
      >
        {entry ? <Actions entry={entry} /> : null}
      </PageHeader>
      <div className="flex min-h-0 flex-1 flex-col gap-3 p-3 sm:p-4">
        {error ? <ReportProblem error={error} onRetry={() => void refetch()} /> : null}
        {!entry && !error ? <Skeleton className="h-40" /> : null}
        {entry ? (
          <>
            <Facts entry={entry} />
            <EntryLines entry={entry} />
            <JournalAttachments id={entry.id} posted />
          </>
        ) : null}
      </div>
    </>
  );
}

function Actions({ entry }: { entry: Entry }) {
  const t = useTranslations('journals');
  const may = useMay();
  const mayOpen = useMayOpen();
  const [reversing, setReversing] = useState(false);
  const source = sourcePath(entry.sourceKind, entry.sourceId);
  if (source)
    return mayOpen(source) ? (
      <Button asChild look="primary">
        <Link href={source}>
          <FileText aria-hidden />
          {t('openSource')}
        </Link>
      </Button>
    ) : null;
  if (!reversibleKinds.has(entry.sourceKind) || entry.reversedById !== null || !may(reverseJournal)) return null;
  return (
    <>
      <Button onClick={() => setReversing(true)}>
        <Undo2 aria-hidden />
        {t('reverse')}
      </Button>
      {reversing ? <ReverseDialog entry={entry} onClose={() => setReversing(false)} /> : null}
    </>
  );
}

function Facts({ entry }: { entry: Entry }) {
  const t = useTranslations('journals');
  const sourceName = useSourceName();
  const { date, instant, money } = useFormats();
  const source = sourcePath(entry.sourceKind, entry.sourceId);
  const name = sourceName(entry.sourceKind);
  return (
    <section className="rounded-lg border bg-surface px-4 py-3">
      <p className="font-medium text-base">{entry.description}</p>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
        <Fact name={t('date')}>{date(entry.date)}</Fact>
        <Fact name={t('amount')}>{money(entry.total)}</Fact>
        <Fact name={t('source')}>{source ? <TextLink href={source}>{name}</TextLink> : name}</Fact>
        <Fact name={t('postedAt')}>{instant(entry.postedAt)}</Fact>
        {entry.reversedById ? (
          <Fact name={t('reversedBy')}>
            <TextLink href={`/journals/${entry.reversedById}`}>{t('openOther')}</TextLink>
          </Fact>
        ) : null}
        {entry.reversalOfId ? (
          <Fact name={t('reversalOf')}>
            <TextLink href={`/journals/${entry.reversalOfId}`}>{t('openOther')}</TextLink>
          </Fact>
        ) : null}
      </dl>
      {source ? <p className="mt-2 text-ink-muted text-xs">{t('documentHint')}</p> : null}
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt className="text-ink-muted text-xs">{name}</dt>
    <dd>{children}</dd>
  </div>
);

const TextLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="text-accent underline-offset-2 hover:underline">
    {children}
  </Link>
);
