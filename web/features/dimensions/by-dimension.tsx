'use client';
import { byDimensionFile, readByDimension } from '@atlas/accounting/contract';
import { Button, EmptyState, Field, Select } from '@atlas/ui';
import { Tags } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { RangeControls } from '../reports/date-controls.tsx';
import { ExportMenu } from '../reports/export-menu.tsx';
import { filterQuery, filterTerms, useLineFilter } from '../reports/line-filter.ts';
import { useRange } from '../reports/report-dates.ts';
import { EmptyReport, ReportFrame, ReportProblem, ReportSkeleton } from '../reports/report-frame.tsx';
import { KnownOnField } from '../reports/statement-controls.tsx';
import { knownTerms, useStatementView } from '../reports/statement-terms.ts';
import { useUrlParams } from '../reports/url-params.ts';
import { ByDimensionTable } from './by-dimension-table.tsx';
import { LineFilterFields } from './line-filter-fields.tsx';
import { useDimensions } from './use-dimensions.ts';

/** Profit and loss, or all accounts, with the values of a dimension as columns; a column with values below opens. */
export function ByDimension() {
  const t = useTranslations('dimensions');
  const [params, change] = useUrlParams();
  const [filter] = useLineFilter();
  const dimensions = useDimensions();
  const dates = useRange('this_year');
  const { presets, value: range } = dates;
  const all = dimensions.data?.items ?? [];
  const dimension = all.find(({ id }) => id === params.get('dimension')) ?? all[0];
  const below = params.get('below');
  const accounts = params.get('accounts') === 'all' ? ('all' as const) : ('result' as const);
  const view = useStatementView();
  const terms = { ...(range ?? { to: '' }), accounts, ...knownTerms(view), ...(below ? { below } : {}), ...filterTerms(filter) };
  const report = useRead(
    readByDimension,
    { dimensionId: dimension?.id ?? '', ...terms },
    { enabled: dimension !== undefined && range !== null, keepPrevious: true },
  );
  const controls = (
    <>
      <Field label={t('dimension')} className="w-48">
        {(control) => (
          <Select
            {...control}
            value={dimension?.id ?? ''}
            onChange={(event) => change({ dimension: event.currentTarget.value, below: null })}
          >
            {all.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <RangeControls {...dates} />
      <Field label={t('accounts')} className="w-48">
        {(control) => (
          <Select {...control} value={accounts} onChange={(event) => change({ accounts: event.currentTarget.value })}>
            <option value="result">{t('onlyResult')}</option>
            <option value="all">{t('allAccounts')}</option>
          </Select>
        )}
      </Field>
      <KnownOnField {...view} />
      <LineFilterFields />
    </>
  );
  const hasRows = range !== null && report.data !== undefined && report.data.rows.length > 0;
  const empty = dimensions.data && all.length === 0;
  return (
    <ReportFrame
      title={t('report')}
      controls={empty ? null : controls}
      currency={report.data?.currency}
      actions={<ExportMenu report={byDimensionFile} terms={dimension && hasRows ? { by: dimension.id, ...terms } : null} />}
    >
      {empty ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState icon={Tags} title={t('emptyTitle')} description={t('emptyAbout')} />
        </div>
      ) : null}
      {report.error ? <ReportProblem error={report.error} onRetry={() => void report.refetch()} /> : null}
      {report.isPending && !empty ? <ReportSkeleton /> : null}
      {below ? (
        <div>
          <Button onClick={() => change({ below: null })}>{t('allColumns')}</Button>
        </div>
      ) : null}
      {report.data && report.data.rows.length === 0 ? (
        <EmptyReport onShowAll={presets && (() => dates.set(presets.all))} />
      ) : null}
      {report.data && report.data.rows.length > 0 ? (
        <ByDimensionTable
          report={report.data}
          query={{ ...filterQuery(filter), ...knownTerms(view) }}
          onOpen={(valueId) => change({ below: valueId })}
        />
      ) : null}
    </ReportFrame>
  );
}
