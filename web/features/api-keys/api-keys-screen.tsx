'use client';
import { listApiKeys, listServiceAccounts } from '@atlas/identity/contract';
import { Button, EmptyState } from '@atlas/ui';
import { Bot, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useSession } from '../session/session.tsx';
import { PartState } from '../settings/part-state.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { AccountCard } from './account-card.tsx';
import { AccountDialog } from './account-dialog.tsx';
import type { ServiceAccount } from './key-state.ts';

/** Programs that work in the workspace, and the keys by which they prove it. */
export function ApiKeysScreen() {
  const t = useTranslations('apiKeys');
  const manages = useSession().permissions.includes('identity.api_key.create');
  const accounts = useRead(listServiceAccounts, {});
  const keys = useRead(listApiKeys, {});
  const [naming, setNaming] = useState(false);
  const create = manages ? (
    <Button look="primary" onClick={() => setNaming(true)}>
      <Plus aria-hidden /> {t('newAccount')}
    </Button>
  ) : null;
  return (
    <SettingsPage section="apiKeys" actions={create}>
      <PartState query={accounts} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={Bot} title={t('emptyTitle')} description={t('emptyAbout')} />
          ) : (
            <PartState query={keys} rows={4}>
              {(all) =>
                endedLast(items).map((account) => (
                  <AccountCard
                    key={account.id}
                    account={account}
                    keys={all.items.filter(({ serviceAccountId }) => serviceAccountId === account.id)}
                    manages={manages}
                  />
                ))
              }
            </PartState>
          )
        }
      </PartState>
      {naming ? <AccountDialog onClose={() => setNaming(false)} /> : null}
    </SettingsPage>
  );
}

const endedLast = (accounts: readonly ServiceAccount[]): ServiceAccount[] => [
  ...accounts.filter(({ archivedAt }) => archivedAt === null),
  ...accounts.filter(({ archivedAt }) => archivedAt !== null),
];
