'use client';
import { applyMatch, getBankAccount, importStatements, listMatchingRules, updateBankAccount } from '@atlas/treasury/contract';
import { Badge, Button, Card } from '@atlas/ui';
import { ListChecks, Pencil, Scale, Table2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { Facts } from '../record/facts.tsx';
import { RecordState } from '../record/record-state.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { BalanceCard } from './balance-card.tsx';
import type { BankAccount } from './bank-account-form.tsx';
import { ImportCard } from './import-card.tsx';
import { LinesCard } from './lines-card.tsx';
import { StatementsCard } from './statements-card.tsx';

/** A bank account: its balance over time, what happened on it, and the way to bring files in. */
export function BankAccountDetail({ id }: { id: string }) {
  const query = useRead(getBankAccount, { id });
  return <RecordState query={query}>{(account) => <BankAccountPage account={account} />}</RecordState>;
}

function BankAccountPage({ account }: { account: BankAccount }) {
  const t = useTranslations('bank');
  const record = useTranslations('record');
  const rules = useTranslations('bankRules');
  const may = useMay();
  const { money, date } = useFormats();
  return (
    <>
      <PageHeader
        title={account.name}
        trail={[{ label: t('plural'), path: '/bank-accounts' }]}
        badge={account.archivedAt ? <Badge>{t('archived')}</Badge> : undefined}
      >
        {may(applyMatch) ? (
          <Button asChild look="quiet">
            <Link href={`/bank-accounts/${account.id}/reconcile`}>
              <Scale aria-hidden /> {t('match.open')}
            </Link>
          </Button>
        ) : null}
        {may(listMatchingRules) ? (
          <Button asChild look="quiet">
            <Link href={`/bank-accounts/${account.id}/rules`}>
              <ListChecks aria-hidden /> {rules('plural')}
            </Link>
          </Button>
        ) : null}
        {may(updateBankAccount) ? (
          <>
            <Button asChild look="quiet">
              <Link href={`/bank-accounts/${account.id}/csv`}>
                <Table2 aria-hidden /> {t('csvColumns')}
              </Link>
            </Button>
            <Button asChild>
              <Link href={`/bank-accounts/${account.id}/edit`}>
                <Pencil aria-hidden /> {record('edit')}
              </Link>
            </Button>
          </>
        ) : null}
      </PageHeader>
      <div className="grid items-start gap-4 p-3 sm:p-4 lg:grid-cols-[1fr_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <BalanceCard accountId={account.id} />
          <LinesCard accountId={account.id} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card className="p-4">
            <h2 className="mb-3 font-semibold">{t('details')}</h2>
            <Facts
              facts={[
                [t('number'), account.number],
                [t('currency'), account.currency],
                [t('balance'), account.balance && money(account.balance)],
                [t('balanceOn'), account.balanceOn && date(account.balanceOn)],
              ]}
            />
          </Card>
          {may(importStatements) && !account.archivedAt ? <ImportCard accountId={account.id} /> : null}
          <StatementsCard accountId={account.id} />
        </div>
      </div>
    </>
  );
}
