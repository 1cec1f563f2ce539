'use client';
import { ageingFile, readAgeing } from '@atlas/payments/contract';
import { EmptyState, Field, Select } from '@atlas/ui';
import { Hourglass } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { today } from '@/lib/today.ts';
import { LineFilterFields } from '../dimensions/line-filter-fields.tsx';
import { DateInput } from '../fields/date-input.tsx';
import { ExportMenu } from '../reports/export-menu.tsx';
import { filterTerms, useLineFilter } from '../reports/line-filter.ts';
import { OnClient } from '../reports/on-client.tsx';
import { ReportFrame, ReportProblem, ReportSkeleton } from '../reports/report-frame.tsx';
import { KnownOnField } from '../reports/statement-controls.tsx';
import { knownTerms, useStatementView } from '../reports/statement-terms.ts';
import { useUrlParams } from '../reports/url-params.ts';
import { AgeingTable } from './ageing-table.tsx';

/** What is open with whom on a day, by days overdue. */
export function AgeingReport() {
  return (
    <OnClient fallback={<ReportSkeleton />}>
      <Ageing />
    </OnClient>
  );
}

function Ageing() {
  const t = useTranslations('payments');
  const [params, change] = useUrlParams();
  const ledger = params.get('ledger') === 'payable' ? 'payable' : 'receivable';
  const asOf = params.get('asOf') ?? today();
  const [filter] = useLineFilter();
  const view = useStatementView();
  const terms = { ledger, asOf, ...knownTerms(view), ...filterTerms(filter) } as const;
  const report = useRead(readAgeing, terms, { keepPrevious: true });
  const hasRows = report.data !== undefined && report.data.rows.length > 0;
  const controls = (
    <>
      <Field label={t('ledger')} className="w-44">
        {(control) => (
          <Select {...control} value={ledger} onChange={(event) => change({ ledger: event.currentTarget.value })}>
            <option value="receivable">{t('ledgers.receivable')}</option>
            <option value="payable">{t('ledgers.payable')}</option>
          </Select>
        )}
      </Field>
      <Field label={t('asOf')} className="w-40">
        {(control) => <DateInput {...control} value={asOf} onChange={(day) => change({ asOf: day })} />}
      </Field>
      <KnownOnField {...view} />
      <LineFilterFields ofDocuments />
    </>
  );
  return (
    <ReportFrame
      title={t('ageing')}
      controls={controls}
      currency={report.data?.value.currency}
      actions={<ExportMenu report={ageingFile} terms={hasRows ? terms : null} />}
    >
      {report.isError ? <ReportProblem error={report.error} onRetry={() => void report.refetch()} /> : null}
      {report.isPending ? <ReportSkeleton /> : null}
      {report.data?.rows.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState icon={Hourglass} title={t('nothingOpen')} description={t('ageingEmpty')} />
        </div>
      ) : null}
      {report.data && report.data.rows.length > 0 ? <AgeingTable report={report.data} /> : null}
    </ReportFrame>
  );
}
