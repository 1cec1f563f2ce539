'use client';
import { createMatchingRule, getBankAccount, listMatchingRules, updateMatchingRule } from '@atlas/treasury/contract';
import { Button, Card, EmptyState } from '@atlas/ui';
import { ListChecks, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import type { BankAccount } from '../bank/bank-account-form.tsx';
import { RecordState } from '../record/record-state.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { nextPosition, type Rule } from './rule-order.ts';
import { RulesTable } from './rules-table.tsx';

/** What a bank account's movements that look alike are, in the order in which rules are tried. */
export function RulesScreen({ id }: { id: string }) {
  const account = useRead(getBankAccount, { id });
  return <RecordState query={account}>{(record) => <Rules account={record} />}</RecordState>;
}

function Rules({ account }: { account: BankAccount }) {
  const t = useTranslations('bankRules');
  const bank = useTranslations('bank');
  const may = useMay();
  const [edited, setEdited] = useState<Rule | 'new' | null>(null);
  const rules = useRead(listMatchingRules, { bankAccountId: account.id, limit: 200 });
  const add = may(createMatchingRule) ? (
    <Button look="primary" onClick={() => setEdited('new')}>
      <Plus aria-hidden /> {t('new')}
    </Button>
  ) : null;
  const trail = [
    { label: bank('plural'), path: '/bank-accounts' },
    { label: account.name, path: `/bank-accounts/${account.id}` },
  ];
  return (
    <RecordState query={rules}>
      {({ items }) => (
        <>
          <PageHeader title={t('plural')} trail={trail}>
            {items.length > 0 ? add : null}
          </PageHeader>
          <div className="flex flex-col gap-3 p-3 sm:p-4">
            {items.length === 0 ? (
              <EmptyState icon={ListChecks} title={t('emptyTitle')} description={t('emptyAbout')}>
                {add}
              </EmptyState>
            ) : (
              <>
                <p className="text-ink-muted">{t('about')}</p>
                <Card className="overflow-x-auto p-4">
                  <RulesTable
                    rules={items}
                    currency={account.currency}
                    onEdit={may(updateMatchingRule) ? (rule) => setEdited(rule) : null}
                  />
                </Card>
              </>
            )}
          </div>
          {edited ? (
            <RuleDialog
              bankAccountId={account.id}
              currency={account.currency}
              rule={edited === 'new' ? null : edited}
              position={nextPosition(items)}
              onClose={() => setEdited(null)}
            />
          ) : null}
        </>
      )}
    </RecordState>
  );
}
