'use client';
import { readTrialBalance } from '@atlas/accounting/contract';
import type { Output } from '@atlas/contract';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { AsOfControls } from './date-controls.tsx';
import { downloadCsv } from './download.ts';
import { useAsOf } from './report-dates.ts';
import { EmptyReport, ReportFrame, ReportProblem, ReportSkeleton } from './report-frame.tsx';
import { type Statement, type StatementLine, statementCsv } from './statement.ts';
import { StatementTable } from './statement-table.tsx';

const types = ['asset', 'liability', 'equity', 'income', 'expense'] as const;

type Words = { columns: [debit: string, credit: string]; total: string; types: Record<(typeof types)[number], string> };

function statementOf(report: Output<typeof readTrialBalance>, words: Words): Statement {
  const lines = types.flatMap((type): StatementLine[] => {
    const rows = report.rows.filter((row) => row.type === type);
    if (rows.length === 0) return [];
    return [
      { key: type, kind: 'section', code: '', name: words.types[type], accountId: null, amounts: [] },
      ...rows.map(
        ({ accountId, code, name, debit, credit }): StatementLine => ({
          key: accountId,
          kind: 'account',
          code,
          name,
          accountId,
          amounts: [debit, credit],
        }),
      ),
    ];
  });
  const amounts = [report.totalDebit, report.totalCredit];
  return {
    columns: words.columns,
    lines,
    totals: [{ key: 'total', kind: 'total', code: '', name: words.total, accountId: null, amounts }],
  };
}

/** Every account with its balance as of a day. */
export function TrialBalance() {
  const t = useTranslations('reports');
  const dates = useAsOf();
  const asOf = dates.value ?? '';
  const report = useRead(readTrialBalance, { asOf }, { keepPrevious: true });
  const words: Words = {
    columns: [t('debit'), t('credit')],
    total: t('total'),
    types: {
      asset: t('types.asset'),
      liability: t('types.liability'),
      equity: t('types.equity'),
      income: t('types.income'),
      expense: t('types.expense'),
    },
  };
  const statement = report.data && statementOf(report.data, words);
  const empty = statement?.lines.length === 0;
  const { presets } = dates;
  return (
    <ReportFrame
      title={t('trialBalance')}
      controls={<AsOfControls {...dates} />}
      currency={report.data?.currency}
      onExport={
        statement && !empty
          ? () => downloadCsv(`trial-balance-${asOf}`, statementCsv(statement, [t('code'), t('account')]))
          : undefined
      }
    >
      {report.error ? <ReportProblem error={report.error} onRetry={() => void report.refetch()} /> : null}
      {!statement && !report.error ? <ReportSkeleton /> : null}
      {empty ? <EmptyReport onShowAll={presets && (() => dates.set(presets.all.to))} /> : null}
      {statement && !empty ? (
        <StatementTable
          label={t('trialBalance')}
          statement={statement}
          hrefOf={({ accountId }) => (accountId ? `/reports/ledger/${accountId}?to=${asOf}` : null)}
        />
      ) : null}
    </ReportFrame>
  );
}
