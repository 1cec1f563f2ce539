'use client';
import { deleteRole, updateRole } from '@atlas/identity/contract';
import { Badge, Button } from '@atlas/ui';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useMay } from '../session/may.ts';
import { ConfirmDeed } from '../settings/confirm-deed.tsx';
import type { RoleSummary } from './matrix.ts';
import { useRoleWords } from './role-words.ts';

/** The roles: those that every workspace has, and those of its own making. */
export function RoleList({ roles }: { roles: readonly RoleSummary[] }) {
  const t = useTranslations('roles');
  const roleName = useRoleWords();
  const [deleting, setDeleting] = useState<{ id: string; name: string } | null>(null);
  const may = useMay();
  const removal = useCommand(deleteRole, ['identity.']);
  return (
    <>
      <ul aria-label={t('title')} className="grid gap-x-6 sm:grid-cols-2">
        {roles.map((role) => (
          <li key={role.code} className="flex min-h-11 items-center gap-2 border-b py-1.5">
            <div className="min-w-0 flex-1">
              <p className="flex items-center gap-2">
                <span className="truncate font-medium">{roleName(role)}</span>
                {role.ready ? null : <Badge tone="accent">{t('own')}</Badge>}
              </p>
              <p className="truncate text-ink-muted text-xs">
                {role.description ?? (role.ready ? t(`ready.${role.code as 'owner'}`) : t('noDescription'))}
              </p>
            </div>
            {role.ready || role.id === null || !may(updateRole) ? null : (
              <>
                <Button asChild size="small">
                  <Link href={`/settings/roles/${role.id}`} aria-label={t('editRole', { name: role.name })}>
                    {t('edit')}
                  </Link>
                </Button>
                <Button
                  size="small"
                  aria-label={t('deleteRole', { name: role.name })}
                  disabled={role.assignedCount > 0}
                  title={role.assignedCount > 0 ? t('inUse', { count: role.assignedCount }) : undefined}
                  onClick={() => setDeleting(role.id === null ? null : { id: role.id, name: role.name })}
                >
                  {t('delete')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDeed
        subject={deleting}
        title={({ name }) => t('deleteTitle', { name })}
        about={t('deleteAbout')}
        label={t('delete')}
        deed={({ id }) => removal.mutateAsync({ id })}
        done={({ name }) => t('deleted', { name })}
        onClose={() => setDeleting(null)}
      />
    </>
  );
}
