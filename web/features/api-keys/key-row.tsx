'use client';
import { Badge, type BadgeTone, Button, cn } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useAgo } from '@/lib/ago.ts';
import { useFormats } from '@/lib/format.tsx';
import { type ApiKey, hasEnded, type KeyState, type ServiceAccount, stateOf } from './key-state.ts';

const tones: Record<KeyState, BadgeTone> = {
  works: 'success',
  endsSoon: 'warning',
  expired: 'neutral',
  revoked: 'neutral',
  idle: 'neutral',
};

type Props = { apiKey: ApiKey; account: ServiceAccount; manages: boolean; onRotate: () => void; onRevoke: () => void };

/** A key: what it is known by, what it may do, when it was last used and when it ends. */
export function KeyRow({ apiKey, account, manages, onRotate, onRevoke }: Props) {
  const t = useTranslations('apiKeys');
  const { name, publicId, permissions, createdAt, lastUsedAt } = apiKey;
  const { instant, date } = useFormats();
  const ago = useAgo();
  const state = stateOf(apiKey, account, new Date());
  const ended = hasEnded(state);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0">
      <div className={cn('min-w-0 flex-1 basis-72', ended && 'text-ink-muted')}>
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="truncate font-medium">{name}</span>
          <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
          <code className="text-ink-muted text-xs">{`atlas_${publicId}_…`}</code>
        </p>
        <p className="break-words text-xs">{permissions.join(', ')}</p>
        <p className="flex flex-wrap gap-x-3 text-ink-muted text-xs">
          <span>{t('created', { when: date(createdAt.slice(0, 10)) })}</span>
          <span title={lastUsedAt ? instant(lastUsedAt) : undefined}>
            {lastUsedAt ? t('lastUsed', { when: ago(lastUsedAt) }) : t('neverUsed')}
          </span>
          <KeyEnd apiKey={apiKey} state={state} />
        </p>
      </div>
      {manages && !ended ? (
        <div className="flex gap-1">
          <Button size="small" aria-label={t('rotateKey', { name })} onClick={onRotate}>
            {t('rotate')}
          </Button>
          <Button size="small" aria-label={t('revokeKey', { name })} onClick={onRevoke}>
            {t('revoke')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function KeyEnd({ apiKey: { expiresAt, revokedAt }, state }: { apiKey: ApiKey; state: KeyState }) {
  const t = useTranslations('apiKeys');
  const { instant } = useFormats();
  if (revokedAt !== null) return <span>{t('revokedAt', { when: instant(revokedAt) })}</span>;
  if (expiresAt === null) return <span>{t('endless')}</span>;
  return <span>{t(state === 'expired' ? 'expiredAt' : 'ends', { when: instant(expiresAt) })}</span>;
}
