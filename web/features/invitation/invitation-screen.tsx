'use client';
import { Button, Skeleton } from '@atlas/ui';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useFormats } from '@/lib/format.tsx';
import { useRoleName } from '../members/roles.ts';
import { Facts } from '../record/facts.tsx';
import { enterWorkspace, startOver } from '../session/auth.ts';
import { acceptInvitation, declineInvitation, type ReceivedInvitation, readInvitation } from '../session/auth-members.ts';
import { Refusal } from '../settings/refusal.tsx';
import { InvitationRefused } from './invitation-refused.tsx';

/** An invitation as its recipient sees it: into which workspace, by whom, as what; to accept or decline. */
export function InvitationScreen({ id, email }: { id: string; email: string }) {
  const t = useTranslations('invitation');
  const invitation = useQuery({ queryKey: ['invitation', id], queryFn: () => readInvitation(id), retry: false });
  return (
    <div className="flex flex-col gap-4">
      <title>{`${t('title')} · Atlas`}</title>
      <h1 className="font-semibold text-xl">{t('title')}</h1>
      {invitation.data ? <Answer invitation={invitation.data} email={email} /> : null}
      {invitation.isError ? <InvitationRefused id={id} email={email} error={invitation.error} /> : null}
      {invitation.isPending ? <Skeleton className="h-52" /> : null}
    </div>
  );
}

function Answer({ invitation, email }: { invitation: ReceivedInvitation; email: string }) {
  const t = useTranslations('invitation');
  const roleName = useRoleName();
  const { instant } = useFormats();
  const accepting = useAction();
  const declining = useAction();
  const { id, organizationId, organizationName: workspace } = invitation;
  const accept = () =>
    accepting.run(async () => {
      await acceptInvitation(id);
      await enterWorkspace(organizationId);
      startOver('/');
    });
  const decline = () =>
    declining.run(async () => {
      await declineInvitation(id);
      startOver('/');
    });
  return (
    <>
      <p>{t('about', { inviter: invitation.inviterEmail, workspace })}</p>
      <Facts
        facts={[
          [t('workspace'), workspace],
          [t('role'), roleName(invitation.role)],
          [t('account'), email],
          [t('expires'), instant(invitation.expiresAt)],
        ]}
      />
      <Refusal error={accepting.error ?? declining.error} />
      <Button look="primary" size="large" busy={accepting.busy} disabled={declining.busy} onClick={() => void accept()}>
        {t('accept', { workspace })}
      </Button>
      <Button size="large" busy={declining.busy} disabled={accepting.busy} onClick={() => void decline()}>
        {t('decline')}
      </Button>
    </>
  );
}
