'use client';
import { Input } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { startOver } from '../session/auth.ts';
import { changeRole, type Member, removeMember } from '../session/auth-members.ts';
import { useSession } from '../session/session.tsx';
import { ConfirmDeed } from '../settings/confirm-deed.tsx';
import { useMembers } from '../teams/use-members.ts';
import { MemberRow } from './member-row.tsx';
import { isOwner, useRoleName } from './roles.ts';
import { TransferDialog } from './transfer-dialog.tsx';

const manyMembers = 8;

type Props = { members: readonly Member[]; onChanged: () => Promise<void> };

/** Who is in the workspace. */
export function MemberList({ members, onChanged }: Props) {
  const t = useTranslations('members');
  const roleName = useRoleName();
  const { company, userId } = useSession();
  const [sought, setSought] = useState('');
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [heir, setHeir] = useState<Member | null>(null);
  const places = useMembers();
  const action = useAction({ told: true });
  const own = members.find((member) => member.userId === userId);
  const owners = members.filter(({ role }) => isOwner(role));
  const shown = members.filter(({ user }) => `${user.name} ${user.email}`.toLowerCase().includes(sought.toLowerCase()));

  const give = async (member: Member, role: string) => {
    const done = await action.run(() => changeRole(member.id, role));
    if (done) notify('success', t('roleChanged', { name: member.user.name, role: roleName(role) }));
    // What one may do oneself is known to the whole page.
    if (done && member.userId === userId) startOver('/settings/members');
    else await onChanged();
  };

  return (
    <>
      {members.length >= manyMembers ? (
        <Input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
          className="mb-2 max-w-64"
        />
      ) : null}
      <table aria-label={t('members')} className="w-full border-separate border-spacing-0 [&_tr:last-child>td]:border-b-0">
        <thead>
          <tr className="h-7 text-left text-ink-muted text-xs [&>th]:border-b [&>th]:font-medium">
            <th scope="col">{t('person')}</th>
            <th scope="col" className="px-2">
              {t('role')}
            </th>
            <th scope="col" className="px-2 max-md:hidden">
              {t('place')}
            </th>
            <th scope="col" className="px-2 max-sm:hidden">
              {t('since')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((member) => (
            <MemberRow
              key={member.id}
              member={member}
              place={places.data?.find(({ userId: id }) => id === member.userId)}
              onlyOwner={isOwner(member.role) && owners.length === 1}
              onRole={(role) => void give(member, role)}
              onRemove={() => setLeaving(member)}
              onTransfer={() => setHeir(member)}
            />
          ))}
        </tbody>
      </table>
      {shown.length === 0 ? <p className="py-3 text-ink-muted">{t('nobodyFound')}</p> : null}
      <ConfirmDeed
        subject={leaving}
        title={({ user: { name } }) => t('removeTitle', { name })}
        about={t('removeAbout', { workspace: company.name })}
        label={t('remove')}
        deed={({ id }) => removeMember(id).then(onChanged)}
        done={({ user: { name } }) => t('removed', { name })}
        onClose={() => setLeaving(null)}
      />
      {heir && own ? <TransferDialog to={heir} own={own} workspace={company.name} onClose={() => setHeir(null)} /> : null}
    </>
  );
}
