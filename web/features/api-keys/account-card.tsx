'use client';
import { archiveServiceAccount, revokeApiKey } from '@atlas/identity/contract';
import { Button, Confirm } from '@atlas/ui';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
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
  const action = useAction({ told: true });
  const revoke = async ({ id, name }: ApiKey) => {
    if (await action.run(() => revocation.mutateAsync({ id }))) notify('success', t('revoked', { name }));
    setRevoking(null);
  };
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
      <Confirm
        open={revoking !== null}
        title={t('revokeTitle', { name: revoking?.name ?? '' })}
        description={t('revokeAbout')}
        confirmLabel={t('revoke')}
        cancelLabel={t('cancel')}
        danger
        busy={action.busy}
        onCancel={() => setRevoking(null)}
        onConfirm={() => revoking && void revoke(revoking)}
      />
    </>
  );
}

function EndAccount({ account: { id, name } }: { account: ServiceAccount }) {
  const t = useTranslations('apiKeys');
  const [asked, setAsked] = useState(false);
  const ending = useCommand(archiveServiceAccount, ['identity.']);
  const action = useAction({ told: true });
  const end = async () => {
    if (await action.run(() => ending.mutateAsync({ id }))) notify('success', t('accountIsEnded', { name }));
    setAsked(false);
  };
  return (
    <>
      <Button aria-label={t('endAccount', { name })} onClick={() => setAsked(true)}>
        {t('end')}
      </Button>
      <Confirm
        open={asked}
        title={t('endTitle', { name })}
        description={t('endAbout')}
        confirmLabel={t('end')}
        cancelLabel={t('cancel')}
        danger
        busy={action.busy}
        onCancel={() => setAsked(false)}
        onConfirm={() => void end()}
      />
    </>
  );
}
