'use client';
import { Badge, Button, Confirm } from '@atlas/ui';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useAgo } from '@/lib/ago.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import type { Account } from '../session/auth-account.ts';
import { type Device, devicesKey, listDevices, revokeDevice, revokeOtherDevices } from '../session/auth-devices.ts';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { deviceOf } from './device-name.ts';

/** Where one is signed in: this device first, then the newest. */
export function DevicesCard({ account }: { account: UseQueryResult<Account> }) {
  const t = useTranslations('security');
  const client = useQueryClient();
  const devices = useQuery({ queryKey: devicesKey, queryFn: listDevices });
  const [asking, setAsking] = useState(false);
  const action = useAction({ told: true });
  const own = account.data?.session.token;
  const others = (devices.data ?? []).filter(({ token }) => token !== own);
  const end = async (doing: () => Promise<unknown>, told: string) => {
    if (await action.run(doing)) notify('success', told);
    setAsking(false);
    await client.invalidateQueries({ queryKey: devicesKey });
  };
  return (
    <SettingsCard
      title={t('devices')}
      description={t('devicesAbout')}
      actions={
        others.length > 0 && own ? (
          <Button onClick={() => setAsking(true)}>{t('endOthers', { count: others.length })}</Button>
        ) : null
      }
    >
      <PartState query={devices} rows={2}>
        {(data) => (
          <ul aria-label={t('devices')} className="divide-y">
            {ordered(data, own).map((device) => (
              <DeviceRow
                key={device.id}
                device={device}
                current={device.token === own}
                busy={action.busy}
                onEnd={() => void end(() => revokeDevice(device.token), t('ended'))}
              />
            ))}
          </ul>
        )}
      </PartState>
      <Confirm
        open={asking}
        title={t('endOthersTitle')}
        description={t('endOthersAbout', { count: others.length })}
        confirmLabel={t('endOthers', { count: others.length })}
        cancelLabel={t('cancel')}
        danger
        busy={action.busy}
        onCancel={() => setAsking(false)}
        onConfirm={() => void end(revokeOtherDevices, t('endedOthers'))}
      />
    </SettingsCard>
  );
}

const ordered = (devices: readonly Device[], own: string | undefined): Device[] =>
  [...devices].sort((a, b) => Number(b.token === own) - Number(a.token === own) || b.createdAt.localeCompare(a.createdAt));

type RowProps = { device: Device; current: boolean; busy: boolean; onEnd: () => void };

function DeviceRow({ device: { userAgent, place, ipAddress, createdAt }, current, busy, onEnd }: RowProps) {
  const t = useTranslations('security');
  const ago = useAgo();
  const { instant } = useFormats();
  const { browser, system } = deviceOf(userAgent);
  const name = browser && system ? t('browserOn', { browser, system }) : (browser ?? system ?? t('unknownDevice'));
  const Icon = system === 'iPhone' || system === 'Android' ? Smartphone : Monitor;
  const where = [place, ipAddress].filter(Boolean).join(' · ') || t('unknownPlace');
  return (
    <li className="flex flex-wrap items-center gap-3 py-2.5 first:pt-0 last:pb-0">
      <Icon className="size-5 shrink-0 text-ink-muted" strokeWidth={1.5} aria-hidden />
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex items-center gap-2 font-medium">
          {name}
          {current ? <Badge tone="success">{t('thisDevice')}</Badge> : null}
        </p>
        <p className="truncate text-ink-muted text-xs">
          {where} ·{' '}
          <time dateTime={createdAt} title={instant(createdAt)}>
            {t('signedIn', { ago: ago(createdAt) })}
          </time>
        </p>
      </div>
      {current ? null : (
        <Button size="small" disabled={busy} aria-label={t('endDevice', { name })} onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </li>
  );
}
