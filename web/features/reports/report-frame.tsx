'use client';
import { Button, EmptyState, ErrorState, Skeleton } from '@atlas/ui';
import { FileSpreadsheet } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/lib/problem.ts';
import { PageHeader } from '../shell/page-header.tsx';

export type ReportFrameProps = {
  title: string;
  trail?: readonly { label: string; path: string }[];
  badge?: ReactNode;
  controls: ReactNode;
  currency?: string | undefined;
  /** What can be done with it: to take it along. */
  actions?: ReactNode;
  children: ReactNode;
};

/** What all reports share: title, dates, export. */
export function ReportFrame({ title, trail = [], badge, controls, currency, actions, children }: ReportFrameProps) {
  const t = useTranslations('reports');
  return (
    <>
      <PageHeader title={title} trail={trail} badge={badge}>
        {actions}
      </PageHeader>
      <div className="flex min-h-0 flex-1 flex-col gap-3 p-3 sm:p-4">
        <div className="flex flex-wrap items-start gap-x-3 gap-y-2 print:hidden">
          {controls}
          {currency ? <p className="ml-auto self-end text-ink-muted text-xs">{t('amountsIn', { currency })}</p> : null}
        </div>
        {children}
      </div>
    </>
  );
}

/** The size of a report that is still being read. */
export function ReportSkeleton() {
  return (
    <div className="flex flex-col gap-2 rounded-lg border bg-surface p-4">
      {Array.from({ length: 12 }, (_, index) => (
        <Skeleton key={index} className="h-6" />
      ))}
    </div>
  );
}

/** No postings in the dates of a report. */
export function EmptyReport({ onShowAll }: { onShowAll: (() => void) | null }) {
  const t = useTranslations('reports');
  return (
    <div className="rounded-lg border bg-surface">
      <EmptyState icon={FileSpreadsheet} title={t('emptyTitle')} description={t('emptyAbout')}>
        {onShowAll ? <Button onClick={onShowAll}>{t('showAll')}</Button> : null}
      </EmptyState>
    </div>
  );
}

/** A report that the API refused. */
export function ReportProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations('problem');
  const { title, detail, reference } = useProblemWords()(error);
  return (
    <div className="rounded-lg border bg-surface">
      <ErrorState title={title} description={detail} reference={reference} retryLabel={t('retry')} onRetry={onRetry} />
    </div>
  );
}
