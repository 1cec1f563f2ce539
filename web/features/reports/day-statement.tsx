'use client';
import { Badge } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { AsOfControls } from './date-controls.tsx';
import { filterQuery, useLineFilter } from './line-filter.ts';
import { useAsOf } from './report-dates.ts';
import { difference, isZero, type Statement, type StatementColumn, type StatementLine } from './statement.ts';
import { StatementScreen } from './statement-screen.tsx';
import { useUrlParams } from './url-params.ts';

function InBalance({ statement: { lines, currency } }: { statement: Statement }) {
  const t = useTranslations('reports');
  const { money } = useFormats();
  const cell = (wanted: StatementLine['label']) => ({
    amount: lines.find(({ label }) => label === wanted)?.cells[0] ?? '0',
    currency,
  });
  const off = difference(cell('total_asset'), cell('liabilities_and_equity'));
  return isZero(off) ? (
    <Badge tone="success">{t('inBalance')}</Badge>
  ) : (
    <Badge tone="danger">{t('outOfBalance', { amount: money(off) })}</Badge>
  );
}

/** A statement as of a day: every account with its balance, or what the company owns and owes. */
export function DayStatement({ kind }: { kind: 'trial_balance' | 'balance_sheet' }) {
  const t = useTranslations('reports');
  const dates = useAsOf();
  const [, change] = useUrlParams();
  const [filter] = useLineFilter();
  const { presets, value } = dates;
  const resultOf = (line: StatementLine, { to }: StatementColumn) =>
    line.label === 'result'
      ? `/reports/profit-and-loss?${new URLSearchParams({ from: presets?.all.from ?? to, to, ...filterQuery(filter) })}`
      : null;
  return (
    <StatementScreen
      kind={kind}
      title={kind === 'trial_balance' ? t('trialBalance') : t('balanceSheet')}
      days={value === null ? null : { to: value }}
      dateControls={<AsOfControls {...dates} />}
      onShowAll={presets && (() => dates.set(presets.all.to))}
      onColumn={({ to }) => change({ asOf: to, columns: null })}
      hrefOf={resultOf}
      {...(kind === 'balance_sheet' ? { badge: (statement: Statement) => <InBalance statement={statement} /> } : {})}
    />
  );
}
