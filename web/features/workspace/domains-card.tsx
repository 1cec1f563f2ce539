'use client';
import { Button, Checkbox } from '@atlas/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { isOwner, useRoleName } from '../members/roles.ts';
import { closeToDomain, type DomainSettings, domainsKey, keepInvitations, readDomains } from '../session/auth-domains.ts';
import { useSession } from '../session/session.tsx';
import { PartState } from '../settings/part-state.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { DomainForm } from './domain-form.tsx';

/** Domains whose people may join by themselves. Owners change them, administrators see them. */
export function DomainsCard() {
  const t = useTranslations('workspace');
  const { tenantId } = useSession();
  const domains = useQuery({ queryKey: [...domainsKey, tenantId], queryFn: () => readDomains(tenantId) });
  return (
    <SettingsCard title={t('domains')} description={t('domainsAbout')}>
      <PartState query={domains} rows={1}>
        {(data) => <Domains settings={data} />}
      </PartState>
    </SettingsCard>
  );
}

function Domains({ settings: { items, invitesToDomainsOnly } }: { settings: DomainSettings }) {
  const t = useTranslations('workspace');
  const roleName = useRoleName();
  const { tenantId, role } = useSession();
  const client = useQueryClient();
  const id = useId();
  const changing = useAction();
  const owner = isOwner(role);
  const change = async (doing: () => Promise<unknown>) => {
    if (await changing.run(doing)) await client.invalidateQueries({ queryKey: domainsKey });
  };
  return (
    <div className="flex max-w-xl flex-col gap-3">
      {items.length === 0 ? <p className="text-ink-muted">{t('noDomains')}</p> : null}
      <ul aria-label={t('domains')} className="flex flex-col gap-1">
        {items.map(({ domain, role: becomes }) => (
          <li key={domain} className="flex items-center gap-2">
            <span className="font-medium">{domain}</span>
            <span className="flex-1 text-ink-muted">{roleName(becomes)}</span>
            {owner ? (
              <Button
                look="quiet"
                aria-label={t('closeDomain', { domain })}
                disabled={changing.busy}
                onClick={() => void change(() => closeToDomain(tenantId, domain))}
              >
                <X aria-hidden />
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {owner ? <DomainForm onOpened={() => void client.invalidateQueries({ queryKey: domainsKey })} /> : null}
      <label htmlFor={id} className="flex items-center gap-2">
        <Checkbox
          id={id}
          checked={invitesToDomainsOnly}
          disabled={!owner || changing.busy}
          onChange={(event) => {
            const only = event.currentTarget.checked;
            void change(() => keepInvitations(tenantId, only));
          }}
        />
        {t('invitesToDomainsOnly')}
      </label>
      <Refusal error={changing.error} />
    </div>
  );
}
