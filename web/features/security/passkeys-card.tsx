'use client';
import { ProblemError } from '@atlas/sdk';
import { Button } from '@atlas/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { deletePasskey, listPasskeys, type Passkey, passkeysKey } from '../session/auth-passkeys.ts';
import { ConfirmDeed } from '../settings/confirm-deed.tsx';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { PasskeyDialog } from './passkey-dialog.tsx';

/** Passkeys: signing in with a fingerprint, a face or a key instead of a password. */
export function PasskeysCard() {
  const t = useTranslations('security');
  const client = useQueryClient();
  const passkeys = useQuery({ queryKey: passkeysKey, queryFn: listPasskeys });
  /** `new`, or the one that is being renamed. */
  const [naming, setNaming] = useState<'new' | Passkey | null>(null);
  const [deleting, setDeleting] = useState<Passkey | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: passkeysKey });
  // This Atlas does not offer them.
  if (passkeys.error instanceof ProblemError && passkeys.error.status === 404) return null;
  return (
    <SettingsCard
      title={t('passkeys')}
      description={t('passkeysAbout')}
      actions={
        passkeys.isSuccess ? (
          <Button onClick={() => setNaming('new')}>
            <Fingerprint aria-hidden /> {t('addPasskey')}
          </Button>
        ) : null
      }
    >
      <PartState query={passkeys} rows={1}>
        {(data) => <PasskeyList passkeys={data} onRename={setNaming} onDelete={setDeleting} />}
      </PartState>
      {naming ? (
        <PasskeyDialog passkey={naming === 'new' ? null : naming} onClose={() => setNaming(null)} onDone={() => void refresh()} />
      ) : null}
      <ConfirmDeed
        subject={deleting}
        title={({ name }) => t('deletePasskeyTitle', { name: name ?? '' })}
        about={t('deletePasskeyAbout')}
        label={t('delete')}
        deed={({ id }) => deletePasskey(id).finally(refresh)}
        done={() => t('passkeyDeleted')}
        onClose={() => setDeleting(null)}
      />
    </SettingsCard>
  );
}

type ListProps = {
  passkeys: readonly Passkey[];
  onRename: (passkey: Passkey) => void;
  onDelete: (passkey: Passkey) => void;
};

function PasskeyList({ passkeys, onRename, onDelete }: ListProps) {
  const t = useTranslations('security');
  const { instant } = useFormats();
  if (passkeys.length === 0) return <p className="text-ink-muted">{t('noPasskeys')}</p>;
  return (
    <ul aria-label={t('passkeys')} className="divide-y">
      {passkeys.map((passkey) => {
        const name = passkey.name || t('unnamedPasskey');
        return (
          <li key={passkey.id} className="flex flex-wrap items-center gap-2 py-2 first:pt-0 last:pb-0">
            <div className="min-w-0 flex-1 basis-48">
              <p className="truncate font-medium">{name}</p>
              <p className="text-ink-muted text-xs">
                {t(passkey.backedUp ? 'synced' : 'onOneDevice')} · {t('addedAt', { when: instant(passkey.createdAt) })}
              </p>
            </div>
            <Button size="small" aria-label={t('renamePasskey', { name })} onClick={() => onRename(passkey)}>
              {t('rename')}
            </Button>
            <Button size="small" aria-label={t('deletePasskey', { name })} onClick={() => onDelete(passkey)}>
              {t('delete')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
