'use client';
import { Badge, Button, Menu, MenuItem, MenuSeparator, Select } from '@atlas/ui';
import { Crown, Ellipsis, UserMinus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { Avatar } from '../people/avatar.tsx';
import type { Member } from '../session/auth-members.ts';
import { useSession } from '../session/session.tsx';
import type { Member as Placed } from '../teams/use-members.ts';
import { isOwner, managesMembers, rolesToGive, useRoleName } from './roles.ts';

type Props = {
  member: Member;
  /** Where the person works, as far as it is known. */
  place: Pick<Placed, 'department' | 'teams'> | undefined;
  onlyOwner: boolean;
  onRole: (role: string) => void;
  onRemove: () => void;
  onTransfer: () => void;
};

/** Someone of the workspace: who, as what, since when, and what can be done about it. */
export function MemberRow({ member, place, onlyOwner, onRole, onRemove, onTransfer }: Props) {
  const t = useTranslations('members');
  const { date } = useFormats();
  const { userId, role: ownRole } = useSession();
  const self = member.userId === userId;
  // An administrator may not touch an owner; the last owner stays one.
  const manages = managesMembers(ownRole) && (isOwner(ownRole) || !isOwner(member.role));
  return (
    <tr className="h-11 [&>td]:border-b">
      <td className="w-2/5 max-w-0 py-1 pr-2">
        <div className="flex items-center gap-2.5">
          <Avatar userId={member.userId} name={member.user.name || member.user.email} />
          <div className="min-w-0">
            <p className="flex items-center gap-2">
              <span className="truncate font-medium">{member.user.name || member.user.email}</span>
              {self ? <Badge tone="accent">{t('you')}</Badge> : null}
            </p>
            <p className="truncate text-ink-muted text-xs">{member.user.email}</p>
          </div>
        </div>
      </td>
      <td className="w-44 px-2">
        <RoleCell member={member} fixed={!manages || onlyOwner} onRole={onRole} />
      </td>
      <td className="w-44 max-w-44 px-2 max-md:hidden">
        <p className="truncate">{place?.department?.name}</p>
        <p className="truncate text-ink-muted text-xs">{place?.teams.map(({ name }) => name).join(', ')}</p>
      </td>
      <td className="w-28 px-2 text-ink-muted max-sm:hidden">{date(member.createdAt.slice(0, 10))}</td>
      <td className="w-9 text-end">
        {manages && !self ? (
          <Menu
            align="end"
            trigger={
              <Button look="quiet" size="icon" aria-label={t('actionsOf', { name: member.user.name })}>
                <Ellipsis aria-hidden />
              </Button>
            }
          >
            {isOwner(ownRole) ? (
              <>
                <MenuItem onSelect={onTransfer}>
                  <Crown aria-hidden />
                  {t('transfer')}
                </MenuItem>
                <MenuSeparator />
              </>
            ) : null}
            <MenuItem onSelect={onRemove}>
              <UserMinus aria-hidden />
              {t('remove')}
            </MenuItem>
          </Menu>
        ) : null}
      </td>
    </tr>
  );
}

function RoleCell({ member, fixed, onRole }: { member: Member; fixed: boolean; onRole: (role: string) => void }) {
  const t = useTranslations('members');
  const roleName = useRoleName();
  const { role: ownRole } = useSession();
  if (fixed) return <span title={isOwner(member.role) ? t('lastOwnerHint') : undefined}>{roleName(member.role)}</span>;
  const roles = rolesToGive(ownRole);
  return (
    <Select
      aria-label={t('roleOf', { name: member.user.name })}
      value={member.role}
      onChange={(event) => onRole(event.currentTarget.value)}
    >
      {(roles.includes(member.role) ? roles : [member.role, ...roles]).map((each) => (
        <option key={each} value={each}>
          {roleName(each)}
        </option>
      ))}
    </Select>
  );
}
