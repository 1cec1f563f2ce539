'use client';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '@atlas/ui';
import { useQuery } from '@tanstack/react-query';
import { Building2, ChevronsUpDown, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { leaveBy, useGo } from '../guard/guard-store.ts';
import { enterWorkspace, listWorkspaces, startOver } from '../session/auth.ts';
import { joinWorkspace, listOffers, offersKey } from '../session/auth-domains.ts';
import { useSession } from '../session/session.tsx';

/** The workspace one is in, and the way into another. Nothing that was read is taken along. */
export function WorkspaceSwitcher() {
  const t = useTranslations('shell');
  const { company, tenantId } = useSession();
  const go = useGo();
  const words = useProblemWords();
  const [open, setOpen] = useState(false);
  const workspaces = useQuery({ queryKey: ['workspaces'], queryFn: listWorkspaces, enabled: open });
  const offers = useQuery({ queryKey: offersKey, queryFn: listOffers, enabled: open, retry: false });

  const leaveFor = (into: () => Promise<void>) =>
    leaveBy(() => {
      into().then(
        () => startOver('/'),
        (error: unknown) => notify('error', words(error).title),
      );
    });
  const enter = (id: string) => (id === tenantId ? undefined : leaveFor(() => enterWorkspace(id)));

  return (
    <Menu
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          aria-label={t('workspace', { name: company.name })}
          className="flex h-8 min-w-0 max-w-52 items-center gap-1.5 rounded-md px-2 font-medium hover:bg-hover"
        >
          <span className="truncate">{company.name}</span>
          <ChevronsUpDown className="size-3.5 shrink-0 text-ink-muted" aria-hidden />
        </button>
      }
    >
      <MenuLabel>{t('workspaces')}</MenuLabel>
      <MenuChoice
        value={tenantId}
        onChange={enter}
        options={(workspaces.data ?? [{ id: tenantId, name: company.name }]).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <MenuSeparator />
      {offers.data?.map(({ organizationId, name }) => (
        <MenuItem key={organizationId} onSelect={() => leaveFor(() => joinWorkspace(organizationId))}>
          <Building2 aria-hidden />
          {t('joinWorkspace', { name })}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => go('/create-workspace')}>
        <Plus aria-hidden />
        {t('newWorkspace')}
      </MenuItem>
    </Menu>
  );
}
