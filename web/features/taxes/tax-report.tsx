'use client';
import { readTaxReport, taxReportFile } from '@atlas/tax/contract';
import { Card } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { LineFilterFields } from '../dimensions/line-filter-fields.tsx';
import { RangeControls } from '../reports/date-controls.tsx';
import { ExportMenu } from '../reports/export-menu.tsx';
import { filterTerms, useLineFilter } from '../reports/line-filter.ts';
import type { Range } from '../reports/presets.ts';
import { useRange } from '../reports/report-dates.ts';
import { EmptyReport, ReportProblem, ReportSkeleton } from '../reports/report-frame.tsx';
import { KnownOnField } from '../reports/statement-controls.tsx';
import { knownTerms, useStatementView } from '../reports/statement-terms.ts';
import { useUrlParams } from '../reports/url-params.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { TaxAccounts } from './tax-accounts.tsx';
import { TaxDifferences, TaxDocuments } from './tax-sources.tsx';
import { TaxSums } from './tax-sums.tsx';

/** What each tax came to in a period, beside what the ledger says; both lead to where they come from. */
export function TaxReport() {
  const t = useTranslations('taxes');
  const dates = useRange('last_month');
  const [filter] = useLineFilter();
  const view = useStatementView();
  const terms = dates.value && { from: dates.value.from, to: dates.value.to, ...knownTerms(view), ...filterTerms(filter) };
  return (
    <>
      <PageHeader title={t('report')}>
        <ExportMenu report={taxReportFile} terms={terms} />
      </PageHeader>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto p-3 sm:p-4">
        <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
          <RangeControls {...dates} />
          <KnownOnField {...view} />
          <LineFilterFields ofDocuments />
        </div>
        {dates.value ? (
          <Figures range={dates.value} onShowAll={dates.presets && (() => dates.set(dates.presets?.all as Range))} />
        ) : (
          <ReportSkeleton />
        )}
      </div>
    </>
  );
}

function Figures({ range, onShowAll }: { range: Range; onShowAll: (() => void) | null }) {
  const [params] = useUrlParams();
  const [filter] = useLineFilter();
  const terms = { ...knownTerms(useStatementView()), ...filterTerms(filter) };
  const report = useRead(readTaxReport, { from: range.from, to: range.to, ...terms }, { keepPrevious: true });
  if (report.error) return <ReportProblem error={report.error} onRetry={() => void report.refetch()} />;
  if (!report.data) return <ReportSkeleton />;
  const { rows, accounts } = report.data;
  const isEmpty = rows.length === 0 && accounts.every(({ ledger }) => !/[1-9]/.test(ledger.amount));
  if (isEmpty) return <EmptyReport onShowAll={onShowAll} />;
  const [tax, direction, account] = [params.get('tax'), params.get('direction'), params.get('account')];
  return (
    <>
      <Card className="shrink-0 overflow-x-auto p-4">
        <TaxSums report={report.data} />
      </Card>
      <Card className="shrink-0 overflow-x-auto p-4">
        <TaxAccounts report={report.data} />
      </Card>
      {tax && (direction === 'sale' || direction === 'purchase') ? (
        <TaxDocuments range={range} terms={terms} taxId={tax} direction={direction} />
      ) : null}
      {account ? <TaxDifferences range={range} terms={terms} accountId={account} /> : null}
    </>
  );
}
