'use client';
import { readMonthlyResult } from '@atlas/accounting/contract';
import { endOfMonth } from '@atlas/kernel';
import { Button, Skeleton } from '@atlas/ui';
import { ChartColumn, Table2 } from 'lucide-react';
import { useState } from 'react';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { activeMonths, type Month } from './active-months.ts';
import { Amount } from './amount.tsx';
import { filterTerms, useLineFilter } from './line-filter.ts';
import type { Range } from './presets.ts';
import { knownTerms, useStatementView } from './statement-terms.ts';

type Months = readonly Month[];
type Props = { range: Range; onChoose: (range: Range) => void };

/** In the order of a statement. */
const series = ['income', 'expenses', 'profit'];

const monthRange = (month: string): Range => ({ from: `${month}-01`, to: endOfMonth(`${month}-01`) });

/** Income, expenses and profit by month, as a chart or as its table; a month opens alone. */
export function MonthlyResult({ range, onChoose }: Props) {
  const t = useTranslations('reports');
  const [asTable, setAsTable] = useState(false);
  const [filter] = useLineFilter();
  const { data } = useRead(
    readMonthlyResult,
    { ...range, ...knownTerms(useStatementView()), ...filterTerms(filter) },
    { keepPrevious: true },
  );
  const months = activeMonths(data?.months ?? []);
  if (data && months.length < 2) return null;
  return (
    <section aria-label={t('chartTitle')} className="shrink-0 rounded-lg border bg-surface p-3">
      <div className="mb-2 flex items-center gap-2">
        <h2 className="font-semibold">{t('chartTitle')}</h2>
        <p className="text-ink-muted text-xs max-sm:hidden">{t('chartHint')}</p>
        <Button look="quiet" size="small" className="ml-auto" onClick={() => setAsTable(!asTable)}>
          {asTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
          {asTable ? t('chartHide') : t('chartTable')}
        </Button>
      </div>
      {!data ? <Skeleton className="h-48" /> : null}
      {data && !asTable ? <Plot months={months} onChoose={onChoose} /> : null}
      {data && asTable ? <MonthTable months={months} onChoose={onChoose} /> : null}
    </section>
  );
}

function Plot({ months, onChoose }: { months: Months; onChoose: (range: Range) => void }) {
  const t = useTranslations('reports');
  const { compact, month: monthText, money } = useFormats();
  const currency = months[0]?.profit.currency ?? '';
  // Pixels need no cents: floats are for drawing only, the figures shown come from the amounts themselves.
  const data = months.map(({ month, income, expenses, profit }) => ({
    month,
    income: Number(income.amount),
    expenses: Number(expenses.amount),
    profit: Number(profit.amount),
  }));
  const tick = { fill: 'var(--ink-muted)', fontSize: 12 };
  return (
    <div className="h-48 [&_.recharts-bar-rectangle]:cursor-pointer" aria-hidden>
      <ResponsiveContainer>
        <ComposedChart
          accessibilityLayer={false}
          data={data}
          margin={{ top: 4, right: 8, bottom: 0, left: 0 }}
          onClick={({ activeLabel }) => (typeof activeLabel === 'string' ? onChoose(monthRange(activeLabel)) : undefined)}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="month" tickFormatter={monthText} tick={tick} stroke="var(--line)" minTickGap={16} />
          <YAxis tickFormatter={compact} tick={tick} stroke="var(--line)" width={60} />
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          <Tooltip
            cursor={{ fill: 'var(--hover)' }}
            itemSorter={({ dataKey }) => series.indexOf(String(dataKey))}
            labelFormatter={(label) => monthText(String(label))}
            formatter={(value) => money({ amount: String(value), currency })}
            contentStyle={{ background: 'var(--raised)', border: '1px solid var(--line)', borderRadius: 8, color: 'var(--ink)' }}
          />
          <Legend
            itemSorter={null}
            wrapperStyle={{ fontSize: 12 }}
            formatter={(name) => <span className="text-ink">{name}</span>}
          />
          <Bar dataKey="income" name={t('types.income')} fill="var(--chart-1)" isAnimationActive={false} maxBarSize={28} />
          <Bar dataKey="expenses" name={t('types.expense')} fill="var(--chart-3)" isAnimationActive={false} maxBarSize={28} />
          <Line
            dataKey="profit"
            name={t('profit')}
            stroke="var(--chart-2)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function MonthTable({ months, onChoose }: { months: Months; onChoose: (range: Range) => void }) {
  const t = useTranslations('reports');
  const { month: monthText } = useFormats();
  return (
    <div className="max-h-48 overflow-auto">
      <table className="w-full">
        <thead className="sticky top-0 bg-surface text-ink-muted text-xs">
          <tr className="[&>th]:px-2 [&>th]:font-medium">
            <th className="text-left">{t('month')}</th>
            <th className="text-right">{t('types.income')}</th>
            <th className="text-right">{t('types.expense')}</th>
            <th className="text-right">{t('profit')}</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, income, expenses, profit }) => (
            <tr key={month} className="h-7 hover:bg-hover [&>td]:px-2">
              <td>
                <button type="button" className="underline-offset-2 hover:underline" onClick={() => onChoose(monthRange(month))}>
                  {monthText(month)}
                </button>
              </td>
              <td className="text-right">
                <Amount value={income} />
              </td>
              <td className="text-right">
                <Amount value={expenses} />
              </td>
              <td className="text-right">
                <Amount value={profit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
