'use client';
import { Badge, Button } from '@atlas/ui';
import { type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { notify } from '@/lib/notify.ts';
import { type Account, accountKey } from '../session/auth-account.ts';
import { endSecondFactor, renewBackupCodes } from '../session/auth-second-factor.ts';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { BackupCodesDialog } from './backup-codes.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { SecondFactorDialog } from './second-factor-dialog.tsx';

type Doing = 'begin' | 'end' | 'renew' | { codes: readonly string[] } | null;

/** The second factor: a code of an authenticator app besides the password. */
export function SecondFactorCard({ account }: { account: UseQueryResult<Account> }) {
  const t = useTranslations('security');
  const client = useQueryClient();
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const refresh = () => client.invalidateQueries({ queryKey: accountKey });
  return (
    <SettingsCard title={t('secondFactor')} description={t('secondFactorAbout')}>
      <PartState query={account} rows={1}>
        {({ user: { twoFactorEnabled } }) => (
          <div className="flex min-h-8 flex-wrap items-center gap-2">
            <Badge tone={twoFactorEnabled ? 'success' : 'warning'}>{t(twoFactorEnabled ? 'on' : 'off')}</Badge>
            <span className="flex-1" />
            {twoFactorEnabled ? (
              <>
                <Button onClick={() => setDoing('renew')}>{t('renewCodes')}</Button>
                <Button onClick={() => setDoing('end')}>{t('turnOff')}</Button>
              </>
            ) : (
              <Button look="primary" onClick={() => setDoing('begin')}>
                {t('setUp')}
              </Button>
            )}
          </div>
        )}
      </PartState>
      {doing === 'begin' ? <SecondFactorDialog onClose={close} onDone={() => void refresh()} /> : null}
      {doing === 'end' ? (
        <PasswordDialog
          title={t('turnOffTitle')}
          description={t('turnOffAbout')}
          confirmLabel={t('turnOff')}
          danger
          onClose={close}
          onPassword={async (password) => {
            await endSecondFactor(password);
            notify('success', t('turnedOff'));
            close();
            await refresh();
          }}
        />
      ) : null}
      {doing === 'renew' ? (
        <PasswordDialog
          title={t('renewCodes')}
          description={t('renewCodesAbout')}
          confirmLabel={t('renewCodes')}
          onClose={close}
          onPassword={async (password) => setDoing({ codes: await renewBackupCodes(password) })}
        />
      ) : null}
      {doing !== null && typeof doing === 'object' ? <BackupCodesDialog codes={doing.codes} onClose={close} /> : null}
    </SettingsCard>
  );
}
