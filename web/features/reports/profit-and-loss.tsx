'use client';
import { readProfitAndLoss } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import { endOfMonth } from '@atlas/kernel';
import { Field, Select } from '@atlas/ui';
import dynamic from 'next/dynamic';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { today } from '@/lib/today.ts';
import { type Comparison, comparedRange, comparisonOf, comparisons } from './comparison.ts';
import { RangeControls } from './date-controls.tsx';
import { downloadCsv } from './download.ts';
import type { ChartAccount } from './groups.ts';
import type { Range } from './presets.ts';
import { useRange } from './report-dates.ts';
import { EmptyReport, ReportFrame, ReportProblem, ReportSkeleton } from './report-frame.tsx';
import { comparedRows, difference, isZero, type SectionWords, type Statement, sectionLines, statementCsv } from './statement.ts';
import { StatementTable } from './statement-table.tsx';
import { useUrlParams } from './url-params.ts';
import { useChartOfAccounts } from './use-chart-of-accounts.ts';

const MonthlyResult = dynamic(() => import('./monthly-result.tsx').then((module) => module.MonthlyResult), {
  ssr: false,
  loading: () => <div className="h-60 shrink-0 rounded-lg border bg-surface" />,
});

type Report = Output<typeof readProfitAndLoss>;
type Words = { columns: string[]; income: SectionWords; expenses: SectionWords; profit: string; loss: string };

function statementOf(now: Report, before: Report | null, chart: readonly ChartAccount[], words: Words): Statement {
  const common = { chart, currency: now.currency, compares: before !== null };
  const income = comparedRows(now.income, before?.income ?? [], now.currency);
  const expenses = comparedRows(now.expenses, before?.expenses ?? [], now.currency);
  const amounts = before ? [now.profit, before.profit, difference(now.profit, before.profit)] : [now.profit];
  const name = now.profit.amount.startsWith('-') ? words.loss : words.profit;
  return {
    columns: words.columns,
    lines: [
      ...(income.length > 0 ? sectionLines({ ...common, key: 'income', rows: income, words: words.income }) : []),
      ...(expenses.length > 0 ? sectionLines({ ...common, key: 'expense', rows: expenses, words: words.expenses }) : []),
    ],
    totals: [{ key: 'profit', kind: 'total', code: '', name, accountId: null, amounts }],
  };
}

function useWords(range: Range, before: Range | null): Words {
  const t = useTranslations('reports');
  const { date, month } = useFormats();
  const days = ({ from, to }: Range) => {
    const [year, firstMonth] = [from.slice(0, 4), from.slice(0, 7)];
    if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
    return from === `${firstMonth}-01` && to === endOfMonth(from) ? month(firstMonth) : `${date(from)} – ${date(to)}`;
  };
  const subtotal = (name: string) => t('totalOf', { name });
  return {
    columns: before ? [days(range), days(before), t('change')] : [days(range)],
    income: { title: t('types.income'), total: t('totals.income'), subtotal },
    expenses: { title: t('types.expense'), total: t('totals.expense'), subtotal },
    profit: t('profit'),
    loss: t('loss'),
  };
}

function ComparisonSelect({ value, onChange }: { value: Comparison; onChange: (value: Comparison) => void }) {
  const t = useTranslations('reports');
  const names = { none: t('compareNone'), previous: t('comparePrevious'), year: t('compareYear') };
  return (
    <Field label={t('compare')} className="w-40">
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(comparisonOf(event.currentTarget.value))}>
          {comparisons.map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** What was earned and spent between two days, beside another period when asked, with its course by month. */
export function ProfitAndLoss() {
  const t = useTranslations('reports');
  const [params, change] = useUrlParams();
  const dates = useRange('this_year');
  const comparison = comparisonOf(params.get('compare'));
  const range = dates.value ?? { from: today(), to: today() };
  const before = dates.value && comparison !== 'none' ? comparedRange(dates.value, comparison) : null;
  const chart = useChartOfAccounts();
  const now = useRead(readProfitAndLoss, range, { enabled: dates.value !== null, keepPrevious: true });
  const then = useRead(readProfitAndLoss, before ?? range, { enabled: before !== null, keepPrevious: true });
  const words = useWords(now.data ?? range, before);
  const ready = now.data && chart.data && (before === null || then.data);
  const statement = ready ? statementOf(now.data, before ? (then.data ?? null) : null, chart.data, words) : null;
  const error = now.error ?? chart.error ?? (before ? then.error : null);
  const empty = statement !== null && statement.lines.length === 0 && (now.data ? isZero(now.data.profit) : true);
  const { presets } = dates;
  const severalMonths = range.from.slice(0, 7) !== range.to.slice(0, 7);
  const retry = () => void Promise.all([now.refetch(), chart.refetch(), ...(before ? [then.refetch()] : [])]);
  return (
    <ReportFrame
      title={t('profitAndLoss')}
      controls={
        <>
          <RangeControls {...dates} />
          <ComparisonSelect value={comparison} onChange={(compare) => change({ compare: compare === 'none' ? null : compare })} />
        </>
      }
      currency={now.data?.currency}
      onExport={
        statement && !empty
          ? () => downloadCsv(`profit-and-loss-${range.from}-${range.to}`, statementCsv(statement, [t('code'), t('account')]))
          : undefined
      }
    >
      {error ? <ReportProblem error={error} onRetry={retry} /> : null}
      {!statement && !error ? <ReportSkeleton /> : null}
      {empty ? <EmptyReport onShowAll={presets && (() => dates.set(presets.all))} /> : null}
      {statement && !empty ? (
        <>
          {severalMonths ? <MonthlyResult range={range} onChoose={dates.set} /> : null}
          <StatementTable
            label={t('profitAndLoss')}
            statement={statement}
            hrefOf={({ accountId }) => (accountId ? `/reports/ledger/${accountId}?from=${range.from}&to=${range.to}` : null)}
          />
        </>
      ) : null}
    </ReportFrame>
  );
}
