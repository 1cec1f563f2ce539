'use client';
import { partyStatementFile, readPartyStatement } from '@atlas/payments/contract';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { LineFilterFields } from '../dimensions/line-filter-fields.tsx';
import { type PartyRole, pathOfRole } from '../parties/party-list.tsx';
import { RangeControls } from '../reports/date-controls.tsx';
import { ExportMenu } from '../reports/export-menu.tsx';
import { filterTerms, useLineFilter } from '../reports/line-filter.ts';
import { useRange } from '../reports/report-dates.ts';
import { EmptyReport, ReportFrame, ReportProblem, ReportSkeleton } from '../reports/report-frame.tsx';
import { KnownOnField } from '../reports/statement-controls.tsx';
import { knownTerms, useStatementView } from '../reports/statement-terms.ts';
import { PartyStatementTable } from './party-statement-table.tsx';

/** What a customer or we owed, what came since and what is owed, in each currency. */
export function PartyStatement({ partyRole: role, id }: { partyRole: PartyRole; id: string }) {
  const t = useTranslations('payments');
  const parties = useTranslations('parties');
  const dates = useRange('this_year');
  const [filter] = useLineFilter();
  const { presets, value: range } = dates;
  const ledger = role === 'customer' ? ('receivable' as const) : ('payable' as const);
  const view = useStatementView();
  const days = { from: range?.from ?? '', to: range?.to ?? '' };
  const terms = { ledger, partyId: id, ...days, ...knownTerms(view), ...filterTerms(filter) };
  const { data, error, refetch } = useRead(readPartyStatement, terms, { enabled: range !== null, keepPrevious: true });
  const hasLines = data !== undefined && data.currencies.length > 0;
  return (
    <ReportFrame
      title={t('statement.title')}
      trail={[
        { label: parties(`${role}.plural`), path: pathOfRole(role) },
        { label: data?.partyName ?? '…', path: `${pathOfRole(role)}/${id}` },
      ]}
      controls={
        <>
          <RangeControls {...dates} />
          <KnownOnField {...view} />
          <LineFilterFields ofDocuments />
        </>
      }
      actions={<ExportMenu report={partyStatementFile} terms={hasLines && range ? terms : null} />}
    >
      {error ? <ReportProblem error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <ReportSkeleton /> : null}
      {data && !hasLines ? <EmptyReport onShowAll={presets && (() => dates.set(presets.all))} /> : null}
      {data?.currencies.map((part) => (
        <PartyStatementTable key={part.currency} part={part} />
      ))}
    </ReportFrame>
  );
}
