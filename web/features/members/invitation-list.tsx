'use client';
import { Badge, Button } from '@atlas/ui';
import { Link2, RotateCw, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { type Invitation, inviteMember, revokeInvitation } from '../session/auth-members.ts';
import { ConfirmDeed } from '../settings/confirm-deed.tsx';
import { useRoleName } from './roles.ts';

type Props = { invitations: readonly Invitation[]; onChanged: () => Promise<void> };

/** Who was invited and has not answered yet. */
export function InvitationList({ invitations, onChanged }: Props) {
  const t = useTranslations('members');
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const action = useAction({ told: true });

  const resend = async ({ email, role }: Invitation) => {
    if (!(await action.run(() => inviteMember(email, role, true)))) return;
    notify('success', t('resent', { email }));
    await onChanged();
  };

  if (invitations.length === 0) return <p className="text-ink-muted">{t('noInvitations')}</p>;
  return (
    <>
      <ul aria-label={t('invitations')} className="divide-y">
        {invitations.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            invitation={invitation}
            busy={action.busy}
            onResend={() => void resend(invitation)}
            onRevoke={() => setRevoking(invitation)}
          />
        ))}
      </ul>
      <ConfirmDeed
        subject={revoking}
        title={({ email }) => t('revokeTitle', { email })}
        about={t('revokeAbout')}
        label={t('revoke')}
        deed={({ id }) => revokeInvitation(id).then(onChanged)}
        done={({ email }) => t('revoked', { email })}
        onClose={() => setRevoking(null)}
      />
    </>
  );
}

type RowProps = { invitation: Invitation; busy: boolean; onResend: () => void; onRevoke: () => void };

function InvitationRow({ invitation: { id, email, role, expiresAt }, busy, onResend, onRevoke }: RowProps) {
  const t = useTranslations('members');
  const roleName = useRoleName();
  const { instant } = useFormats();
  const expired = new Date(expiresAt) <= new Date();
  const copy = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}/invitation/${id}`);
    notify('success', t('linkCopied'));
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{email}</span>
          {expired ? <Badge tone="warning">{t('expired')}</Badge> : null}
        </p>
        <p className="text-ink-muted text-xs">
          {roleName(role)} · {t(expired ? 'expiredAt' : 'expiresAt', { when: instant(expiresAt) })}
        </p>
      </div>
      <div className="flex items-center gap-1">
        {expired ? null : (
          <Button
            look="quiet"
            size="icon"
            aria-label={t('copyLinkOf', { email })}
            title={t('copyLink')}
            onClick={() => void copy()}
          >
            <Link2 aria-hidden />
          </Button>
        )}
        <Button size="small" disabled={busy} aria-label={t('resendTo', { email })} onClick={onResend}>
          <RotateCw aria-hidden /> {t('resend')}
        </Button>
        <Button size="small" disabled={busy} aria-label={t('revokeOf', { email })} onClick={onRevoke}>
          <X aria-hidden /> {t('revoke')}
        </Button>
      </div>
    </li>
  );
}
