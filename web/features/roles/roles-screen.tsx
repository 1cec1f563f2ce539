'use client';
import { createRole, listPermissions, listRoles } from '@atlas/identity/contract';
import { Button } from '@atlas/ui';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useMay } from '../session/may.ts';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { ExplainCard } from './explain-card.tsx';
import { RoleList } from './role-list.tsx';
import { RoleMatrix } from './role-matrix.tsx';

/** Which roles there are, what each may do, and why someone may do something. */
export function RolesScreen() {
  const t = useTranslations('roles');
  const may = useMay();
  const roles = useRead(listRoles, {});
  const permissions = useRead(listPermissions, {});
  return (
    <SettingsPage
      section="roles"
      actions={
        may(createRole) ? (
          <Button asChild look="primary">
            <Link href="/settings/roles/new">
              <Plus aria-hidden /> {t('new')}
            </Link>
          </Button>
        ) : null
      }
    >
      <SettingsCard title={t('title')} description={t('about')}>
        <PartState query={roles} rows={6}>
          {({ items }) => <RoleList roles={items} />}
        </PartState>
      </SettingsCard>
      <SettingsCard title={t('matrix')} description={t('matrixAbout')}>
        <PartState query={permissions} rows={8}>
          {(all) => (
            <PartState query={roles} rows={8}>
              {({ items }) => <RoleMatrix roles={items} permissions={all.items} />}
            </PartState>
          )}
        </PartState>
      </SettingsCard>
      <ExplainCard permissions={permissions.data?.items ?? []} roles={roles.data?.items ?? []} />
    </SettingsPage>
  );
}
