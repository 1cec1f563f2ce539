'use client';
import { isBusinessDate } from '@atlas/kernel';
import { Combobox, EmptyState, Field } from '@atlas/ui';
import { BookOpen } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { RangeControls } from './date-controls.tsx';
import { downloadCsv } from './download.ts';
import { ledgerCsv } from './ledger-csv.ts';
import { LedgerTable } from './ledger-table.tsx';
import { presetNames, type Range } from './presets.ts';
import { useRange } from './report-dates.ts';
import { ReportFrame, ReportProblem, ReportSkeleton } from './report-frame.tsx';
import { useUrlParams } from './url-params.ts';
import { useChartOfAccounts } from './use-chart-of-accounts.ts';
import { type LedgerDays, useLedger, wholeLedger } from './use-ledger.ts';

const dayIn = (text: string | null): string | null => (text !== null && isBusinessDate(text) ? text : null);

/** The days of the ledger: an open start means from the first entry on, as reports as of a day ask for. */
function useLedgerDays(): [days: LedgerDays, range: Range | null, controls: ReturnType<typeof useRange>] {
  const [params] = useUrlParams();
  const controls = useRange(presetNames[4]);
  const days = { from: dayIn(params.get('from')), to: dayIn(params.get('to')) };
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
  const words = useProblemWords();
  const [days, range, controls] = useLedgerDays();
  const [exporting, setExporting] = useState(false);
  const chart = useChartOfAccounts();
  const ledger = useLedger(accountId, days);
  const account = chart.data?.find(({ id }) => id === accountId);
  const first = ledger.data?.pages[0];
  const lines = ledger.data?.pages.flatMap(({ items }) => items) ?? [];
  const name = account ? `${account.code} ${account.name}` : t('generalLedger');

  const exportAll = async () => {
    if (!first) return;
    setExporting(true);
    try {
      const all = ledger.hasNextPage ? await wholeLedger(accountId, days) : lines;
      const csvWords = {
        date: t('date'),
        entry: t('entry'),
        description: t('description'),
        party: t('party'),
        debit: t('debit'),
        credit: t('credit'),
        balance: t('balance'),
        opening: t('opening'),
        closing: t('closing'),
      };
      const file = ['ledger', account?.code ?? accountId, range?.from, range?.to].filter(Boolean).join('-');
      downloadCsv(file, ledgerCsv(all, first.openingBalance, first.closingBalance, csvWords));
    } catch (error) {
      notify('error', words(error).title);
    } finally {
      setExporting(false);
    }
  };

  return (
    <ReportFrame
      title={name}
      trail={[{ label: t('trialBalance'), path: '/reports/trial-balance' }]}
      controls={
        <>
          <AccountSelect accountId={accountId} />
          <RangeControls {...controls} />
        </>
      }
      currency={first?.closingBalance.currency}
      onExport={first ? () => void exportAll() : undefined}
      exporting={exporting}
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
