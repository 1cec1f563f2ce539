'use client';
import { readBalanceSheet } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import { Badge } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { AsOfControls } from './date-controls.tsx';
import { downloadCsv } from './download.ts';
import type { ChartAccount } from './groups.ts';
import { useAsOf } from './report-dates.ts';
import { EmptyReport, ReportFrame, ReportProblem, ReportSkeleton } from './report-frame.tsx';
import {
  comparedRows,
  difference,
  isZero,
  type SectionWords,
  type Statement,
  type StatementLine,
  type StatementRow,
  sectionLines,
  statementCsv,
  sumOf,
} from './statement.ts';
import { StatementTable } from './statement-table.tsx';
import { useChartOfAccounts } from './use-chart-of-accounts.ts';

type Report = Output<typeof readBalanceSheet>;
type Words = Record<'assets' | 'liabilities' | 'equity', SectionWords> & { day: string; result: string; both: string };

const resultKey = 'result';

function statementOf(report: Report, chart: readonly ChartAccount[], words: Words): Statement {
  const { currency } = report;
  const section = (key: 'assets' | 'liabilities' | 'equity', rows: readonly StatementRow[], extra: StatementLine[] = []) =>
    rows.length + extra.length === 0
      ? []
      : sectionLines({ key, rows: comparedRows(rows, [], currency), chart, currency, compares: false, words: words[key], extra });
  const result: StatementLine = {
    key: resultKey,
    kind: 'account',
    code: '',
    name: words.result,
    accountId: null,
    amounts: [report.result],
  };
  const both = sumOf([report.totalLiabilities, report.totalEquity], currency);
  return {
    columns: [words.day],
    lines: [
      ...section('assets', report.assets),
      ...section('liabilities', report.liabilities),
      ...section('equity', report.equity, isZero(report.result) ? [] : [result]),
    ],
    totals: [
      { key: 'assets-all', kind: 'total', code: '', name: words.assets.total, accountId: null, amounts: [report.totalAssets] },
      { key: 'both', kind: 'total', code: '', name: words.both, accountId: null, amounts: [both] },
    ],
  };
}

function InBalance({ report }: { report: Report }) {
  const t = useTranslations('reports');
  const { money } = useFormats();
  const off = difference(report.totalAssets, sumOf([report.totalLiabilities, report.totalEquity], report.currency));
  return isZero(off) ? (
    <Badge tone="success">{t('inBalance')}</Badge>
  ) : (
    <Badge tone="danger">{t('outOfBalance', { amount: money(off) })}</Badge>
  );
}

/** What the company owns and owes as of a day. */
export function BalanceSheet() {
  const t = useTranslations('reports');
  const { date } = useFormats();
  const dates = useAsOf();
  const { presets } = dates;
  const asOf = dates.value ?? '';
  const report = useRead(readBalanceSheet, { asOf }, { keepPrevious: true });
  const chart = useChartOfAccounts();
  const subtotal = (name: string) => t('totalOf', { name });
  const words: Words = {
    day: date(report.data?.asOf ?? asOf),
    result: t('result'),
    both: t('liabilitiesAndEquity'),
    assets: { title: t('types.asset'), total: t('totals.asset'), subtotal },
    liabilities: { title: t('types.liability'), total: t('totals.liability'), subtotal },
    equity: { title: t('types.equity'), total: t('totals.equity'), subtotal },
  };
  const statement = report.data && chart.data ? statementOf(report.data, chart.data, words) : null;
  const empty = statement?.lines.length === 0;
  const error = report.error ?? chart.error;
  const hrefOf = ({ accountId, key }: StatementLine) => {
    if (key === resultKey) return `/reports/profit-and-loss?from=${presets?.all.from ?? asOf}&to=${asOf}`;
    return accountId ? `/reports/ledger/${accountId}?to=${asOf}` : null;
  };
  return (
    <ReportFrame
      title={t('balanceSheet')}
      badge={report.data && !empty ? <InBalance report={report.data} /> : null}
      controls={<AsOfControls {...dates} />}
      currency={report.data?.currency}
      onExport={
        statement && !empty
          ? () => downloadCsv(`balance-sheet-${asOf}`, statementCsv(statement, [t('code'), t('account')]))
          : undefined
      }
    >
      {error ? <ReportProblem error={error} onRetry={() => void Promise.all([report.refetch(), chart.refetch()])} /> : null}
      {!statement && !error ? <ReportSkeleton /> : null}
      {empty ? <EmptyReport onShowAll={presets && (() => dates.set(presets.all.to))} /> : null}
      {statement && !empty ? <StatementTable label={t('balanceSheet')} statement={statement} hrefOf={hrefOf} /> : null}
    </ReportFrame>
  );
}
