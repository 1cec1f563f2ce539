'use client';
import { generalLedgerFile } from '@atlas/accounting/contract';
import { isBusinessDate } from '@atlas/kernel';
import { Combobox, EmptyState, Field } from '@atlas/ui';
import { BookOpen } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LineFilterFields } from '../dimensions/line-filter-fields.tsx';
import { RangeControls } from './date-controls.tsx';
import { ExportMenu } from './export-menu.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { filterTerms, useLineFilter } from './line-filter.ts';
import { presetNames, type Range } from './presets.ts';
import { useRange } from './report-dates.ts';
import { ReportFrame, ReportProblem, ReportSkeleton } from './report-frame.tsx';
import { KnownOnField } from './statement-controls.tsx';
import { useStatementView } from './statement-terms.ts';
import { useUrlParams } from './url-params.ts';
import { useChartOfAccounts } from './use-chart-of-accounts.ts';
import { type LedgerDays, useLedger } from './use-ledger.ts';

const dayIn = (text: string | null): string | null => (text !== null && isBusinessDate(text) ? text : null);

/** The days of the ledger: an open start means from the first entry on, as reports as of a day ask for. */
function useLedgerDays(): [days: LedgerDays, range: Range | null, controls: ReturnType<typeof useRange>] {
  const [params] = useUrlParams();
  const controls = useRange(presetNames[4]);
  const days = { from: dayIn(params.get('from')), to: dayIn(params.get('to')), knownOn: dayIn(params.get('knownOn')) };
  const all = controls.presets?.all;
  const value = all ? { from: days.from ?? all.from, to: days.to ?? all.to } : null;
  return [days, value, { ...controls, value }];
}

function AccountSelect({ accountId }: { accountId: string }) {
  const t = useTranslations('reports');
  const router = useRouter();
  const [params] = useUrlParams();
  const [typed, setTyped] = useState<string | null>(null);
  const { data: chart = [], isPending } = useChartOfAccounts();
  const label = ({ code, name }: { code: string; name: string }) => `${code} ${name}`;
  const current = chart.find(({ id }) => id === accountId);
  const wanted = (typed ?? '').toLowerCase();
  const options = chart
    .filter((account) => !account.isGroup && label(account).toLowerCase().includes(wanted))
    .map((account) => ({ value: account.id, label: label(account) }));
  return (
    <Field label={t('chooseAccount')} className="w-64">
      {(control) => (
        <Combobox
          {...control}
          chosenLabel={current ? label(current) : ''}
          placeholder={t('findAccount')}
          options={options}
          loading={isPending}
          emptyText={t('noAccount')}
          onType={setTyped}
          onChoose={(option) => (option ? router.push(`/reports/ledger/${option.value}?${params}`) : undefined)}
        />
      )}
    </Field>
  );
}

/** Every line of one account with a running balance, each leading to its entry and document. */
export function GeneralLedger({ accountId }: { accountId: string }) {
  const t = useTranslations('reports');
  const [days, range, controls] = useLedgerDays();
  const view = useStatementView();
  const chart = useChartOfAccounts();
  const [filter] = useLineFilter();
  const ledger = useLedger(accountId, days, filter);
  const account = chart.data?.find(({ id }) => id === accountId);
  const first = ledger.data?.pages[0];
  const lines = ledger.data?.pages.flatMap(({ items }) => items) ?? [];
  const { from, to, knownOn } = days;
  const exported =
    first && range
      ? {
          accountId,
          to: to ?? range.to,
          ...(from ? { from } : {}),
          ...(knownOn ? { knownOn } : {}),
          ...filterTerms(filter),
        }
      : null;
  const name = account ? `${account.code} ${account.name}` : t('generalLedger');

  return (
    <ReportFrame
      title={name}
      trail={[{ label: t('trialBalance'), path: '/reports/trial-balance' }]}
      controls={
        <>
          <AccountSelect accountId={accountId} />
          <RangeControls {...controls} />
          <KnownOnField {...view} />
          <LineFilterFields />
        </>
      }
      currency={first?.closingBalance.currency}
      actions={<ExportMenu report={generalLedgerFile} terms={exported} />}
    >
      {ledger.error ? <ReportProblem error={ledger.error} onRetry={() => void ledger.refetch()} /> : null}
      {ledger.isPending ? <ReportSkeleton /> : null}
      {first && lines.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState icon={BookOpen} title={t('ledgerEmptyTitle')} description={t('ledgerEmptyAbout')} />
        </div>
      ) : null}
      {first && lines.length > 0 ? (
        <LedgerTable
          label={name}
          lines={lines}
          opening={first.openingBalance}
          closing={first.closingBalance}
          hasMore={ledger.hasNextPage}
          onMore={() => void ledger.fetchNextPage()}
          loadingMore={ledger.isFetchingNextPage}
        />
      ) : null}
    </ReportFrame>
  );
}
