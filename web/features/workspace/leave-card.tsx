'use client';
import { Button, Confirm } from '@atlas/ui';
import { LogOut } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { moveTab } from '@/lib/workspace.ts';
import { isOwner } from '../members/roles.ts';
import { enterWorkspace, listWorkspaces, startOver } from '../session/auth.ts';
import { leaveWorkspace, type Member } from '../session/auth-members.ts';
import { useSession } from '../session/session.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';

/** Goes out of the workspace and into another of one's own, if there is one. */
async function leave(tenantId: string): Promise<void> {
  await leaveWorkspace(tenantId);
  moveTab(null);
  const [next] = await listWorkspaces();
  if (next) await enterWorkspace(next.id);
  startOver(next ? '/' : '/create-workspace');
}

/** The way out of the workspace; its last owner is told why there is none. `members` is null until they are known. */
export function LeaveCard({ members }: { members: readonly Member[] | null }) {
  const t = useTranslations('workspace');
  const { tenantId, userId, company } = useSession();
  const [asking, setAsking] = useState(false);
  const leaving = useAction();
  const owners = (members ?? []).filter(({ role }) => isOwner(role));
  const last = owners.length === 1 && owners[0]?.userId === userId;
  const confirm = async () => {
    if (!(await leaving.run(() => leave(tenantId)))) setAsking(false);
  };
  return (
    <>
      <SettingsCard
        title={t('leave')}
        description={t(last ? 'lastOwner' : 'leaveAbout')}
        actions={
          last ? (
            <Button asChild>
              <Link href="/settings/members">{t('toMembers')}</Link>
            </Button>
          ) : (
            <Button disabled={members === null} onClick={() => setAsking(true)}>
              <LogOut aria-hidden /> {t('leave')}
            </Button>
          )
        }
      >
        {leaving.error ? <Refusal error={leaving.error} /> : null}
      </SettingsCard>
      <Confirm
        open={asking}
        title={t('leaveTitle', { workspace: company.name })}
        description={t('leaveDetail')}
        confirmLabel={t('leave')}
        cancelLabel={t('stay')}
        danger
        busy={leaving.busy}
        onCancel={() => setAsking(false)}
        onConfirm={() => void confirm()}
      />
    </>
  );
}
