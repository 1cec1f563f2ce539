'use client';
import { budgetFile, readBudgetReport } from '@atlas/accounting/contract';
import { EmptyState, Field, Select } from '@atlas/ui';
import { Target } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { BarsChart } from '../dashboard/bars-chart.tsx';
import { LineFilterFields } from '../dimensions/line-filter-fields.tsx';
import { ExportMenu } from '../reports/export-menu.tsx';
import { useLineFilter } from '../reports/line-filter.ts';
import { ReportFrame, ReportProblem, ReportSkeleton } from '../reports/report-frame.tsx';
import { KnownOnField } from '../reports/statement-controls.tsx';
import { knownTerms, useStatementView } from '../reports/statement-terms.ts';
import { BudgetReportTable } from './budget-report-table.tsx';
import { BudgetWarnings } from './budget-warnings.tsx';

/** A budget beside what was posted: of the year, or of a period that its bar opens. */
export function BudgetReport({ id }: { id: string }) {
  const t = useTranslations('budgets');
  const { month, money } = useFormats();
  const [place, setPlace] = useState<number | null>(null);
  const [{ dimensions }] = useLineFilter();
  const view = useStatementView();
  const lines = { ...knownTerms(view), ...(dimensions.length > 0 ? { dimensions: [...dimensions] } : {}) };
  const year = useRead(readBudgetReport, { id, ...lines }, { keepPrevious: true });
  const period = place === null ? undefined : year.data?.periods[place];
  const range = period ? { from: period.startsOn, to: period.endsOn } : {};
  const report = useRead(readBudgetReport, { id, ...range, ...lines }, { keepPrevious: true });
  const heads = (year.data?.periods ?? []).map(({ startsOn }) => month(startsOn.slice(0, 7)));
  const controls = (
    <>
      <Field label={t('period')}>
        {(control) => (
          <Select
            {...control}
            value={place === null ? '' : String(place)}
            onChange={(event) => setPlace(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
          >
            <option value="">{t('wholeYear')}</option>
            {heads.map((head, index) => (
              <option key={year.data?.periods[index]?.id} value={index}>
                {head}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <KnownOnField {...view} />
      {report.data ? <LineFilterFields only={report.data.dimensionId} /> : null}
      {report.data ? <PlannedSince approvedAt={report.data.approvedAt} /> : null}
    </>
  );
  return (
    <ReportFrame
      title={t('compare')}
      trail={[
        { label: t('plural'), path: '/budgets' },
        { label: t('budget'), path: `/budgets/${id}` },
      ]}
      controls={controls}
      currency={report.data?.currency}
      actions={
        <ExportMenu
          report={budgetFile}
          terms={report.data && report.data.rows.length > 0 ? { budgetId: id, ...range, ...lines } : null}
        />
      }
    >
      {report.error ? <ReportProblem error={report.error} onRetry={() => void report.refetch()} /> : null}
      {report.isPending || year.isPending ? <ReportSkeleton /> : null}
      {report.data?.rows.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState
            icon={Target}
            title={t('noLines')}
            description={t(dimensions.length > 0 ? 'noLinesOfValue' : 'noLinesAbout')}
          />
        </div>
      ) : null}
      {report.data && year.data && report.data.rows.length > 0 ? (
        <>
          <section aria-label={t('variances')} className="rounded-lg border bg-surface p-3 print:hidden">
            <h2 className="font-semibold">{t('variances')}</h2>
            <div className="h-52">
              <BarsChart
                label={t('variances')}
                bars={year.data.totals.map(({ variance }, index) => ({
                  key: String(index),
                  label: heads[index] ?? '',
                  // Pixels need no cents; the text beside it is exact.
                  value: Number(variance.amount),
                  text: money(variance),
                }))}
                onOpen={(key) => setPlace(Number(key))}
              />
            </div>
          </section>
          <BudgetReportTable report={report.data} known={knownTerms(view)} />
          <BudgetWarnings budgetId={id} />
        </>
      ) : null}
    </ReportFrame>
  );
}

/** As of when the planned side stands: it is that of the version, whatever was known of the postings. */
function PlannedSince({ approvedAt }: { approvedAt: string | null }) {
  const t = useTranslations('budgets');
  const { date } = useFormats();
  return (
    <p className="self-end text-ink-muted text-xs">
      {approvedAt === null ? t('plannedDraft') : t('plannedSince', { date: date(approvedAt.slice(0, 10)) })}
    </p>
  );
}
