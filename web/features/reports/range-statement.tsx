'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { RangeControls } from './date-controls.tsx';
import { filterQuery, useLineFilter } from './line-filter.ts';
import { useRange } from './report-dates.ts';
import type { StatementColumn, StatementLine } from './statement.ts';
import { StatementScreen } from './statement-screen.tsx';
import { useStatementView } from './statement-terms.ts';
import { useUrlParams } from './url-params.ts';

const MonthlyResult = dynamic(() => import('./monthly-result.tsx').then((module) => module.MonthlyResult), {
  ssr: false,
  loading: () => <div className="h-60 shrink-0 rounded-lg border bg-surface" />,
});

/** A statement of the days between two: what was earned and spent, or where cash came from and went. */
export function RangeStatement({ kind }: { kind: 'profit_and_loss' | 'cash_flow' }) {
  const t = useTranslations('reports');
  const dates = useRange('this_year');
  const [, change] = useUrlParams();
  const { columns, by } = useStatementView();
  const [filter] = useLineFilter();
  const { presets, value: range } = dates;
  const hasMonths = range !== null && range.from.slice(0, 7) !== range.to.slice(0, 7);
  const byMonth = kind === 'profit_and_loss' && columns === 'one' && by === null && hasMonths;
  const profitOf = (line: StatementLine, { from, to }: StatementColumn) =>
    line.label === 'profit' && kind === 'cash_flow'
      ? `/reports/profit-and-loss?${new URLSearchParams({ from: from ?? to, to, ...filterQuery(filter) })}`
      : null;
  return (
    <StatementScreen
      kind={kind}
      title={kind === 'cash_flow' ? t('cashFlow') : t('profitAndLoss')}
      days={range}
      dateControls={<RangeControls {...dates} />}
      onShowAll={presets && (() => dates.set(presets.all))}
      onColumn={({ from, to }) => change({ from, to, columns: null })}
      hrefOf={profitOf}
      {...(byMonth ? { above: <MonthlyResult range={range} onChoose={dates.set} /> } : {})}
    />
  );
}
