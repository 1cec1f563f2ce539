'use client';
import { archiveServiceAccount, revokeApiKey } from '@atlas/identity/contract';
import { Button } from '@atlas/ui';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { ConfirmDeed } from '../settings/confirm-deed.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { KeyRow } from './key-row.tsx';
import type { ApiKey, ServiceAccount } from './key-state.ts';
import { RotateDialog } from './rotate-dialog.tsx';

type Props = { account: ServiceAccount; keys: readonly ApiKey[]; manages: boolean };

/** A program that works in the workspace, and its keys. */
export function AccountCard({ account, keys, manages }: Props) {
  const t = useTranslations('apiKeys');
  const { instant } = useFormats();
  const [issuing, setIssuing] = useState(false);
  const [rotating, setRotating] = useState<ApiKey | null>(null);
  const works = manages && account.archivedAt === null;
  return (
    <SettingsCard
      title={account.name}
      {...(account.archivedAt === null ? {} : { description: t('accountEnded', { when: instant(account.archivedAt) }) })}
      actions={
        works ? (
          <>
            <Button aria-label={t('newKeyFor', { name: account.name })} onClick={() => setIssuing(true)}>
              <KeyRound aria-hidden /> {t('newKey')}
            </Button>
            <EndAccount account={account} />
          </>
        ) : null
      }
    >
      {keys.length === 0 ? (
        <p className="text-ink-muted">{t('noKeys')}</p>
      ) : (
        <KeyList account={account} keys={keys} manages={works} onRotate={setRotating} />
      )}
      {issuing ? <KeyDialog account={account} onClose={() => setIssuing(false)} /> : null}
      {rotating ? <RotateDialog apiKey={rotating} onClose={() => setRotating(null)} /> : null}
    </SettingsCard>
  );
}

function KeyList({ account, keys, manages, onRotate }: Props & { onRotate: (key: ApiKey) => void }) {
  const t = useTranslations('apiKeys');
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const revocation = useCommand(revokeApiKey, ['identity.']);
  return (
    <>
      <ul aria-label={t('keysOf', { name: account.name })} className="divide-y">
        {keys.map((key) => (
          <KeyRow
            key={key.id}
            apiKey={key}
            account={account}
            manages={manages}
            onRotate={() => onRotate(key)}
            onRevoke={() => setRevoking(key)}
          />
        ))}
      </ul>
      <ConfirmDeed
        subject={revoking}
        title={({ name }) => t('revokeTitle', { name })}
        about={t('revokeAbout')}
        label={t('revoke')}
        deed={({ id }) => revocation.mutateAsync({ id })}
        done={({ name }) => t('revoked', { name })}
        onClose={() => setRevoking(null)}
      />
    </>
  );
}

function EndAccount({ account }: { account: ServiceAccount }) {
  const t = useTranslations('apiKeys');
  const [asked, setAsked] = useState(false);
  const ending = useCommand(archiveServiceAccount, ['identity.']);
  return (
    <>
      <Button aria-label={t('endAccount', { name: account.name })} onClick={() => setAsked(true)}>
        {t('end')}
      </Button>
      <ConfirmDeed
        subject={asked ? account : null}
        title={({ name }) => t('endTitle', { name })}
        about={t('endAbout')}
        label={t('end')}
        deed={({ id }) => ending.mutateAsync({ id })}
        done={({ name }) => t('accountIsEnded', { name })}
        onClose={() => setAsked(false)}
      />
    </>
  );
}
