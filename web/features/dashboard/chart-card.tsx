'use client';
import { Button, Card, cn, Skeleton } from '@atlas/ui';
import { ChartColumn, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useProblemWords } from '@/lib/problem.ts';

export type ChartCardProps = {
  title: string;
  subtitle?: string;
  loading: boolean;
  error: Error | null;
  chart: ReactNode;
  table: ReactNode;
  /** What can be done with it besides: to take it along. */
  actions?: ReactNode;
  className?: string;
};

/** The height of every chart, of its table and of what stands there while it loads. */
const chartHeight = 'h-72';

/** A chart with the table behind it. */
export function ChartCard({ title, subtitle, loading, error, chart, table, actions, className }: ChartCardProps) {
  const t = useTranslations('dashboard');
  const words = useProblemWords();
  const [asTable, setAsTable] = useState(false);
  return (
    <Card className={cn('p-4', className)} aria-label={title}>
      <div className="mb-3 flex items-center justify-between gap-2">
        <h2 className="min-w-0 truncate font-semibold">
          {title} {subtitle ? <span className="font-normal text-ink-muted">{subtitle}</span> : null}
        </h2>
        <div className="flex items-center gap-2">
          <Button look="quiet" size="small" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
            {t(asTable ? 'asChart' : 'asTable')}
          </Button>
          {actions}
        </div>
      </div>
      {error ? (
        <p role="alert" className={cn(chartHeight, 'flex items-center justify-center text-danger')}>
          {words(error).title}
        </p>
      ) : loading ? (
        <Skeleton className={chartHeight} />
      ) : (
        <div className={cn(chartHeight, asTable && 'overflow-y-auto')}>{asTable ? table : chart}</div>
      )}
    </Card>
  );
}
