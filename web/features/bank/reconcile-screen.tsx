'use client';
import { getBankAccount } from '@atlas/treasury/contract';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { RecordState } from '../record/record-state.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import type { BankAccount } from './bank-account-form.tsx';
import { MovementsPane } from './movements-pane.tsx';
import { ReconciliationCard } from './reconciliation-card.tsx';
import { SuggestAgain, SuggestionProgress } from './suggestion-progress.tsx';
import { SuggestionsPane } from './suggestions-pane.tsx';
import { useReconciling } from './use-reconciling.ts';

/** Movements of a bank on one side, what they are on the other. */
export function ReconcileScreen({ id }: { id: string }) {
  const query = useRead(getBankAccount, { id });
  return <RecordState query={query}>{(account) => <Reconcile account={account} />}</RecordState>;
}

function Reconcile({ account }: { account: BankAccount }) {
  const t = useTranslations('bank');
  const reconciling = useReconciling(account);
  const trail = [
    { label: t('plural'), path: '/bank-accounts' },
    { label: account.name, path: `/bank-accounts/${account.id}` },
  ];
  return (
    <>
      <PageHeader title={t('match.title')} trail={trail}>
        <SuggestAgain accountId={account.id} />
      </PageHeader>
      <div className="flex flex-col gap-4 p-3 sm:p-4">
        <SuggestionProgress accountId={account.id} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <MovementsPane reconciling={reconciling} />
          <SuggestionsPane accountId={account.id} reconciling={reconciling} />
        </div>
        <ReconciliationCard accountId={account.id} />
      </div>
    </>
  );
}
